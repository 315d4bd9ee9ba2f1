import fc from 'fast-check';
import type { Json, JsonObject } from '../naive/plain.ts';
import { ABROAD, HOME, KEY, LOGS, SECOND_KEY } from './cast.ts';
import type { Focus } from './policies.ts';
import { withoutAbsent } from './withoutAbsent.ts';

const operationSets: readonly (readonly string[])[] = [
  ['Decrypt'],
  ['Encrypt', 'Decrypt'],
  ['Decrypt', 'DescribeKey', 'CreateGrant'],
  ['CreateGrant'],
  ['Decrypt', 'RetireGrant'],
  ['ReEncryptFrom', 'ReEncryptTo'],
  ['GenerateDataKey', 'DescribeKey'],
  ['GetPublicKey', 'Sign'],
];

export const sourceArn = `arn:aws:logs:us-east-1:${HOME}:log-group:a`;

const pairs = fc.constantFrom<JsonObject>(
  { tenant: 'a' },
  { tenant: 'a' },
  { Tenant: 'a' },
  { tenant: 'A' },
  { tenant: 'a', team: 'b' },
  { team: 'b' },
);

const constraints: fc.Arbitrary<JsonObject | undefined> = fc
  .record({
    kind: fc.constantFrom('none', 'none', 'EncryptionContextSubset', 'EncryptionContextEquals'),
    pairs,
    source: fc.nat({ max: 6 }),
  })
  .map(({ kind, pairs: made, source }) => {
    const parts: JsonObject = {
      ...(kind === 'none' ? {} : { [kind]: made }),
      ...(source === 0 ? { SourceArn: sourceArn } : source === 1 ? { SourceArn: `${sourceArn}b` } : {}),
    };
    return Object.keys(parts).length === 0 ? undefined : parts;
  });

function operationsFor({ action }: Focus): fc.Arbitrary<readonly string[]> {
  const name = action.split(':')[1] ?? '';
  return fc.oneof(
    fc.constantFrom(...operationSets),
    fc
      .constantFrom(...operationSets)
      .map((set) => (set.includes(name) || name === 'ReEncrypt' ? set : [name, ...set])),
  );
}

const party = ({ who }: Focus): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(who.entries.length === 0 ? [HOME] : who.entries)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(`arn:aws:iam::${HOME}:root`, `arn:aws:iam::${ABROAD}:root`, LOGS),
    },
  );

/** Grants of a key, with ids g0, g1, … */
export function grants(focus: Focus): fc.Arbitrary<Json> {
  const grant = fc.record({
    key: fc.constantFrom(undefined, undefined, KEY, 'mrk-1234abcd12ab34cd56ef1234567890ab', SECOND_KEY),
    grantee: party(focus),
    asService: fc.nat({ max: 3 }),
    retiring: fc.option(party(focus), { freq: 3, nil: undefined }),
    operations: operationsFor(focus),
    constraints,
    issuer: fc.constantFrom(undefined, undefined, `arn:aws:iam::${HOME}:root`, `arn:aws:iam::${ABROAD}:root`),
  });
  return fc
    .tuple(fc.array(grant, { minLength: 1, maxLength: 3 }), fc.nat({ max: 9 }))
    .map(([made, form]): Json => {
      const list = made.map((one, index) =>
        withoutAbsent({
          GrantId: `g${index}`,
          KeyId: one.key,
          ...partyFields('Grantee', one.grantee, one.asService > 0),
          ...(one.retiring === undefined ? {} : partyFields('Retiring', one.retiring, one.asService > 1)),
          Operations: one.operations,
          Constraints: one.constraints,
          IssuingAccount: one.issuer,
        }),
      );
      return form === 0 ? JSON.stringify({ Grants: list }) : form === 1 ? { Grants: list } : list;
    });
}

/** `list-grants` may also show a service in the field for principals (KMS-053). */
function partyFields(role: 'Grantee' | 'Retiring', name: string, inOwnField: boolean): JsonObject {
  const isService = name.endsWith('.amazonaws.com') && inOwnField;
  return { [isService ? `${role}ServicePrincipal` : `${role}Principal`]: name };
}

/** The parameters of a CreateGrant call. */
export function newGrant(focus: Focus): fc.Arbitrary<JsonObject> {
  return fc
    .record({
      grantee: party(focus),
      retiring: fc.option(party(focus), { freq: 3, nil: undefined }),
      operations: fc.constantFrom(...operationSets),
      constraints,
    })
    .map(({ grantee, retiring, operations, constraints: made }) =>
      withoutAbsent({
        ...partyFields('Grantee', grantee, true),
        ...(retiring === undefined ? {} : partyFields('Retiring', retiring, true)),
        Operations: operations,
        Constraints: made,
      }),
    );
}
