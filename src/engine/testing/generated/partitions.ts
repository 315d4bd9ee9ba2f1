import fc from 'fast-check';
import type { PlainRequest } from '../naive/plain.ts';
import type { Situation } from './requests.ts';

const places = [
  { partition: 'aws-cn', home: 'cn-north-1', away: 'cn-northwest-1' },
  { partition: 'aws-us-gov', home: 'us-gov-west-1', away: 'us-gov-east-1' },
];

/** Most situations are of the partition `aws`; some are wholly of another, in some single ARNs are (IAM-019). */
export function inPartitions(made: Situation): fc.Arbitrary<Situation> {
  const elsewhere = fc
    .constantFrom(...places)
    .map((place) =>
      respelled(made, (text) =>
        text
          .replaceAll('arn:aws:', `arn:${place.partition}:`)
          .replaceAll('us-east-1', place.home)
          .replaceAll('eu-west-1', place.away),
      ),
    );
  const mixed = fc.array(fc.nat({ max: 11 }), { minLength: 7, maxLength: 60 }).map((choices) =>
    respelled(made, (text) => {
      let met = 0;
      return text.replaceAll('arn:aws:', (own) =>
        choices[met++ % choices.length] === 0 ? 'arn:aws-cn:' : own,
      );
    }),
  );
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(made) },
    { weight: 1, arbitrary: elsewhere },
    { weight: 2, arbitrary: mixed },
  );
}

const respelled = (made: Situation, change: (text: string) => string): Situation =>
  JSON.parse(change(JSON.stringify(made)));

/** Who a request is by, as the cast writes it. */
export function principalOfCast({ principal, session }: PlainRequest): {
  readonly principal: string;
  readonly issuer: string | undefined;
} {
  const own = (text: string): string =>
    places.reduce((spelled, { partition, home }) => {
      return spelled.replace(`arn:${partition}:`, 'arn:aws:').replace(`.${home}.`, '.us-east-1.');
    }, text);
  return {
    principal: own(principal),
    issuer: session?.issuer === undefined ? undefined : own(session.issuer),
  };
}
