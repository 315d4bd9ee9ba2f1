import { matchAction } from '../authorize/actionMatch.ts';
import type { StatementPlan } from '../authorize/plan.ts';
import type { EntryPlan } from '../authorize/principalMatch.ts';
import { type ActionInfo, findAction, kmsActionNames } from '../catalog/actions.ts';
import type { ConditionKeyInfo } from '../catalog/conditionKey.ts';
import { findConditionKey } from '../catalog/conditionKeys.ts';
import type { ParsedOperator } from '../conditions/parseOperator.ts';
import { statementName } from '../explain/words.ts';
import type { ConditionClause, Effect, PrincipalEntry, Statement } from '../policy/policy.ts';
import { quoted } from '../source/quote.ts';
import type { LintedDocument } from './document.ts';

/** One operator applied to one condition key, with what the catalog knows of it. */
export interface LintedClause {
  readonly clause: ConditionClause;
  readonly operator: ParsedOperator;
  /** The condition key in lower case. */
  readonly key: string;
  /** Undefined for a key that the catalog does not have. */
  readonly info: ConditionKeyInfo | undefined;
}

/** A principal of the statement, as written and as it is understood. */
export interface LintedEntry {
  readonly entry: PrincipalEntry;
  readonly plan: EntryPlan;
}

/** A statement that can allow or deny something, with what several rules ask about it. Worked out when it is asked for. */
export class LintedStatement {
  readonly plan: StatementPlan;
  readonly document: LintedDocument;
  #actions: readonly ActionInfo[] | undefined;
  #clauses: readonly LintedClause[] | undefined;

  constructor(plan: StatementPlan, document: LintedDocument) {
    this.plan = plan;
    this.document = document;
  }

  get statement(): Statement {
    return this.plan.statement;
  }

  get effect(): Effect {
    return this.plan.effect;
  }

  /** How a sentence names it. */
  get name(): string {
    return quoted(statementName(this.plan.statement));
  }

  /** The actions of KMS that it covers, `NotAction` taken into account. */
  get actions(): readonly ActionInfo[] {
    const { action } = this.plan;
    this.#actions ??=
      action === undefined
        ? []
        : kmsActionNames.flatMap((name) =>
            matchAction(action, name).matched ? (findAction(name) ?? []) : [],
          );
    return this.#actions;
  }

  covers(action: string): boolean {
    return this.plan.action !== undefined && matchAction(this.plan.action, action).matched;
  }

  /** The conditions whose operator exists. */
  get clauses(): readonly LintedClause[] {
    this.#clauses ??= this.plan.conditions.flatMap(({ clause, operator }) =>
      operator === undefined
        ? []
        : [
            {
              clause,
              operator,
              key: clause.key.value.toLowerCase(),
              info: findConditionKey(clause.key.value),
            },
          ],
    );
    return this.#clauses;
  }

  /** The principals of `Principal`; empty where the statement has none or a `NotPrincipal`. */
  get entries(): readonly LintedEntry[] {
    const { principal } = this.plan;
    return principal === undefined || principal.element.negated ? [] : principal.entries;
  }

  get notPrincipal(): boolean {
    return this.plan.principal?.element.negated === true;
  }
}
