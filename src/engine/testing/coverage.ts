import { arnField } from './naive/glob.ts';
import type { Heard } from './naive/conditions.ts';
import type { OracleAnswer } from './naive/oracle.ts';
import {
  documentOf,
  isList,
  type Json,
  listed,
  memberOf,
  type PlainRequest,
  type PlainScenario,
} from './naive/plain.ts';
import type { PolicyKind, StatementListener } from './naive/statements.ts';
import { cast } from './generated/cast.ts';
import { principalOfCast } from './generated/partitions.ts';

/** What a run of generated pairs has reached, by name, and how often. */
export class Coverage {
  readonly counts = new Map<string, number>();

  note(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  count(what: string): number {
    return this.counts.get(what) ?? 0;
  }

  /** The listener of the naive evaluator: which conditions decided what. */
  readonly listen: StatementListener = (heard, kind, effect) => this.condition(heard, kind, effect);

  private condition({ operator, key, values, present, held }: Heard, kind: PolicyKind, effect: string): void {
    this.note(`${operator} in ${effect}`);
    this.note(`condition in ${kind}`);
    if (present) this.note(`${operator.replace(/IfExists$/, '')} ${held ? 'holds' : 'fails'}`);
    else this.note(`${operator} without its key`);
    if (values.length === 0) this.note('empty value list');
    if (key !== key.toLowerCase() && key === key.toUpperCase()) this.note('key in capitals');
    for (const value of values) if (value.includes('${')) this.note(`variable ${held ? 'holds' : 'fails'}`);
    for (const value of values) if (value.includes(", '")) this.note('variable with default');
  }

  /** Notes one pair and its answer. */
  pair(scenario: PlainScenario, request: PlainRequest, answer: OracleAnswer): void {
    const { decision, checks } = answer;
    this.note('pair');
    this.note(decision);
    const asked = principalOfCast(request);
    const who = cast.find(
      ({ principal, issuer }) => principal === asked.principal && issuer === asked.issuer,
    );
    for (const way of waysOfAsking(request, checks.length)) this.note(`${way}: ${decision}`);
    this.note(`${who?.kind}: ${decision}`);
    this.note(`${request.action}: ${decision}`);
    this.note(`${identifierForm(request)} identifier: ${decision}`);
    for (const { barred, denying, missing, ways } of checks) {
      if (barred !== undefined) this.note(`barred: ${barred}`);
      for (const kind of denying) this.note(`Deny in ${kind}`);
      for (const filter of missing) this.note(`no Allow in ${filter}`);
      for (const way of ways) this.note(`way: ${way}`);
      if (ways.includes('grant')) this.grants(scenario);
    }
  }

  private grants(scenario: PlainScenario): void {
    for (const grant of scenario.keys.flatMap(({ grants }) => grantList(grants))) {
      const constraints = memberOf(grant, 'Constraints');
      for (const kind of ['EncryptionContextEquals', 'EncryptionContextSubset', 'SourceArn'])
        if (memberOf(constraints, kind) !== undefined) this.note(`grant with ${kind}`);
    }
  }
}

function waysOfAsking(request: PlainRequest, checks: number): readonly string[] {
  const { action, principal, resource, viaService, ciphertext } = request;
  const ofService = checks > 1 && !action.startsWith('kms:');
  const ways: readonly (readonly [string, boolean])[] = [
    ['forward access session', viaService !== undefined],
    ['several permissions', checks > 1],
    ['key of the ciphertext', ciphertext !== undefined && resource === undefined],
    ['encrypted resource', ofService],
    ['chain of services', ofService && viaService !== undefined],
    [`partition ${arnField(principal, 1)}`, true],
  ];
  return ways.flatMap(([way, applies]) => (applies ? [way] : []));
}

function grantList(grants: Json | undefined): readonly Json[] {
  const document = documentOf(grants ?? []);
  return isList(document) ? document : listed(memberOf(document, 'Grants'));
}

function identifierForm({ resource }: PlainRequest): string {
  if (resource === undefined) return 'no';
  const last = arnField(resource, 5);
  if (last === '') return resource.startsWith('alias/') ? 'alias name' : 'key id';
  return last.startsWith('alias/') ? 'alias ARN' : 'ARN';
}
