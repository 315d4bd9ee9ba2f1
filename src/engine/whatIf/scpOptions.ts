import { code } from '../explain/words.ts';
import { scpNamed } from './edit.ts';
import { type Option, option, type OptionFacts } from './option.ts';
import { limitOptions } from './ownSideOptions.ts';
import { printed } from './splices.ts';

/** Ways to have the SCPs of one level of the organization allow the request. */
export function scpOptions(target: string, facts: OptionFacts): readonly Option[] {
  const policies = facts.traced.scp.find((level) => level.target === target)?.policies ?? [];
  return policies.length > 0 ? limitOptions(policies, facts) : fullAccess(target, facts);
}

const NAME = 'FullAWSAccess';
const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/** A level without any SCP allows nothing (IAM-123); AWS attaches this one everywhere, until somebody takes it off. */
function fullAccess(target: string, { situation }: OptionFacts): readonly Option[] {
  const text = printed(document, { newline: '\n', indent: '', unit: '  ' });
  const isThere = scpNamed(situation.scenario, NAME) !== undefined;
  return option({
    kind: 'limitStatement',
    edits: [{ kind: 'serviceControlPolicy', target, name: NAME, text }],
    text: [`attach ${isThere ? 'the SCP' : "AWS's SCP"} `, code(NAME), ' to ', code(target)],
    weight: 3.5,
    caution: ['That level then holds nothing back; what is allowed is up to the other levels and policies.'],
  });
}
