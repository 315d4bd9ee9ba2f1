import type { PolicyPlan } from '../authorize/plan.ts';
import type { ScenarioRequest } from '../scenario/scenario.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { TextId } from '../source/span.ts';
import { DocumentEdits } from '../whatIf/documentEdits.ts';
import type { DocumentInWorld, World } from '../world/world.ts';
import { type DocumentFacts, LintedDocument } from './document.ts';
import { factsOfDocuments } from './facts.ts';
import type { Finding } from './finding.ts';
import { finish, type Steps } from '../steps.ts';
import type { Report, Rule } from './rule.ts';
import { ruleOfCode, rules } from './rules.ts';
import type { LintedStatement } from './statement.ts';
import { suppress } from './suppressions.ts';

/** So many findings about one document are kept; more would only bury the first. */
const MOST = 300;

interface Remembered {
  readonly plan: PolicyPlan;
  readonly facts: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly document: LintedDocument;
  readonly findings: readonly Finding[];
}

/**
 * Finds what is wrong, risky or without effect in the documents of a scenario. What was found in a document is remembered while its
 * text and the facts around it stay the same, so that an edit costs the rules of one document; those that look at
 * several run each time. Time is linear in the documents.
 */
export class Linter {
  readonly #known = new Map<TextId, Remembered>();

  /**
   * All findings, problems of grammar included, in the order of documents and places. A document that cannot be read as it is has
   * only its syntax errors.
   *
   * @param world as `buildWorld` made it
   * @param others documents that belong to the request, such as its session policies
   */
  lint(world: World, others: readonly DocumentInWorld[] = []): readonly Finding[] {
    return finish(this.inSteps(world, others));
  }

  /** The same, a rule at a time. */
  *inSteps(world: World, others: readonly DocumentInWorld[] = []): Steps<readonly Finding[]> {
    const factsOf = factsOfDocuments(world);
    const edits = once(() => new DocumentEdits({ scenario: world.scenario, request: NO_REQUEST }, world));
    const documents: LintedDocument[] = [];
    const findings: Finding[] = [];
    for (const document of [...world.documents, ...others]) {
      const { policy: plan } = document;
      if (plan === undefined || document.usedFallback) {
        findings.push(...document.diagnostics.map((diagnostic) => ofReading(diagnostic, document.id)));
        continue;
      }
      const found = yield* this.#document(document, plan, factsOf(document.id), edits);
      documents.push(found.document);
      findings.push(...found.findings);
    }
    this.#forgetOthers(documents);
    const ofSeveral: Finding[] = [];
    for (const rule of rules) {
      if (rule.world === undefined) continue;
      yield;
      rule.world({ world, documents }, reporter(rule, documents, ofSeveral));
    }
    return suppress([...findings, ...ofSeveral], world.scenario.suppressions ?? []);
  }

  /** What is remembered of documents that are gone would only pile up. */
  #forgetOthers(documents: readonly LintedDocument[]): void {
    const here = new Set(documents.map(({ text }) => text));
    for (const id of this.#known.keys()) if (!here.has(id)) this.#known.delete(id);
  }

  *#document(
    { id, diagnostics }: DocumentInWorld,
    plan: PolicyPlan,
    facts: DocumentFacts,
    edits: () => DocumentEdits,
  ): Steps<Remembered> {
    const factsKey = JSON.stringify(facts);
    const known = this.#known.get(id);
    if (known?.plan === plan && known.facts === factsKey && known.diagnostics === diagnostics) return known;
    const document = new LintedDocument(plan, facts, edits);
    const findings = yield* lintDocument(document, diagnostics);
    const remembered = { plan, facts: factsKey, diagnostics, document, findings };
    this.#known.set(id, remembered);
    return remembered;
  }
}

const NO_REQUEST: ScenarioRequest = { principal: '', action: '' };

function* lintDocument(
  document: LintedDocument,
  diagnostics: readonly Diagnostic[],
): Steps<readonly Finding[]> {
  const findings = diagnostics.map((diagnostic) => ofReading(diagnostic, document.policy.name, document));
  for (const rule of rules) {
    if (!rule.types.includes(document.policy.type)) continue;
    yield;
    const report = reporter(rule, [document], findings);
    for (const statement of rule.statement === undefined ? [] : document.statements) {
      rule.statement?.(statement, report);
    }
    rule.document?.(document, report);
  }
  return findings.toSorted((left, right) => left.span.from - right.span.from);
}

/** A problem that was found while a document was read. */
function ofReading(diagnostic: Diagnostic, name: string, document?: LintedDocument): Finding {
  const rule = ruleOfCode(diagnostic.code);
  const statement = document && statementAt(document, diagnostic.span.from);
  return {
    ...diagnostic,
    ...placeIn(document, diagnostic.span.from, name),
    rule: rule?.name ?? '',
    foundInReading: true,
    covers: [],
    fixes: statement === undefined ? [] : (rule?.fixes?.(diagnostic, statement) ?? []),
    suppressed: undefined,
  };
}

function reporter(rule: Rule, documents: readonly LintedDocument[], findings: Finding[]): Report {
  return (code, span, message, { help, fixes = [] } = {}) => {
    const severity = rule.codes[code];
    if (findings.length >= MOST) return;
    if (severity === undefined) throw new Error(`The rule ${rule.name} does not list its code ${code}.`);
    const document = documents.find(({ text }) => text === span.text);
    findings.push({
      code,
      severity,
      message,
      span,
      ...(help === undefined ? {} : { help }),
      rule: rule.name,
      foundInReading: false,
      ...placeIn(document, span.from, span.text),
      covers: rule.covers ?? [],
      fixes: fixes.filter(({ edits }) => edits.length > 0),
      suppressed: undefined,
    });
  };
}

function placeIn(
  document: LintedDocument | undefined,
  offset: number,
  otherwise: string,
): Pick<Finding, 'about' | 'statement'> {
  const all = document?.policy.statements ?? [];
  const statement = all.find(({ span }) => span.from <= offset && offset < span.to);
  return {
    about: statement?.ref ?? document?.policy.name ?? otherwise,
    statement: statement?.span,
  };
}

function statementAt(document: LintedDocument, offset: number): LintedStatement | undefined {
  return document.statements.find(({ statement: { span } }) => span.from <= offset && offset < span.to);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
