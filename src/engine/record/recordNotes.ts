import type { Phrase } from '../explain/phrase.ts';
import { code } from '../explain/words.ts';
import { refusingLayers } from '../message/blockers.ts';
import type { AnsweredCall } from '../message/messageOf.ts';
import type { CloudTrailRecord } from './record.ts';

type Note = CloudTrailRecord['notes'][number];

/** How the call is recorded, beyond what the events themselves show. */
export interface Recorded {
  readonly call: AnsweredCall;
  readonly accounts: readonly string[];
  readonly isDenied: boolean;
  /** Caller and key are of different accounts. */
  readonly isForeign: boolean;
  readonly madeUp: readonly string[];
}

const record = (...text: Phrase): Note => ({ rule: 'KMS-256', text });
const accounts = (...text: Phrase): Note => ({ rule: 'KMS-257', text });

/** Whether only an endpoint policy refuses the call: CloudTrail does not record that as a management event (DG26:vpce-logging). */
export function isEndpointDenial({ checks, decision }: AnsweredCall): boolean {
  if (decision === 'allowed') return false;
  const denied = checks.filter(({ outcome }) => outcome.decision === decision);
  const blockers = denied.flatMap((check) => refusingLayers(check));
  const isBarred = denied.some(({ outcome }) => outcome.bar !== undefined);
  return !isBarred && blockers.length > 0 && blockers.every(({ layer }) => layer === 'endpoint');
}

export const unrecorded: Readonly<Record<'otherService' | 'anonymous' | 'endpoint', Note>> = {
  otherService: record(
    'The call is to another service, which records it in its own way; what is recorded here is what the service asks of KMS.',
  ),
  anonymous: record('CloudTrail records no unsigned calls to KMS.'),
  endpoint: accounts(
    'Only the VPC endpoint policy refuses this call, and CloudTrail records no management event of that. A trail with network activity events holds ',
    code('VpceAccessDenied'),
    ' for it, without parameters.',
  ),
};

/** What a reader of the record should know. */
export function recordNotes(recorded: Recorded): readonly Note[] {
  return [...whoGetsIt(recorded), ...aboutFailures(recorded), ...aboutTheRest(recorded)];
}

function whoGetsIt({ isForeign, isDenied, accounts: recipients }: Recorded): readonly Note[] {
  if (!isForeign) return [];
  const [first = ''] = recipients;
  return isDenied
    ? [
        accounts(
          'A denied call to a key of another account is recorded in the account of the caller, ',
          code(first),
          ', and not in that of the key.',
        ),
      ]
    : [
        accounts(
          "Both accounts get a record, tied together by the shared event id. The key owner's does not name the caller but its account and unique id.",
        ),
      ];
}

function aboutFailures({ call, isDenied }: Recorded): readonly Note[] {
  if (isDenied) {
    return [
      record(
        'AWS publishes no denied KMS event in full: the error is as reports show it, and the parameters are those of a call that worked. CloudTrail can leave them out.',
      ),
    ];
  }
  return call.error === null
    ? []
    : [record('CloudTrail records calls that fail in some cases only, AWS says without naming them.')];
}

function aboutTheRest({ call, madeUp }: Recorded): readonly Note[] {
  return [
    record('The record does not say which policy or grant allowed the call.'),
    ...(call.request.viaService === undefined
      ? []
      : [
          record(
            'For calls that AWS services make, CloudTrail shows the service where address and user agent of the caller would be; some services stand there as ',
            code('AWS Internal'),
            '.',
          ),
        ]),
    ...(call.operation === 'kms:GenerateRandom'
      ? [record('GenerateRandom uses no key, so its record names none, and no parameters.')]
      : []),
    record('A trail can be set up to leave out KMS events, because there are many of them.'),
    ...(madeUp.length === 0
      ? []
      : [
          record(
            'Only AWS knows what stands as ',
            code('EXAMPLE-…'),
            ' here, and the source address if it is ',
            code('192.0.2.0'),
            '.',
          ),
        ]),
  ];
}
