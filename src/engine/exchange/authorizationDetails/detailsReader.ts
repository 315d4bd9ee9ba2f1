import { parseJson } from '#engine/source/parseJson.ts';
import { asArray, asString, memberValue } from '#engine/source/read.ts';
import type { JsonNode } from '#engine/source/json.ts';
import type { Import, Piece, Problem, Skipped } from '../piece.ts';
import { type Details, documentText, identityOf, mentionsKms } from './identityOfDetails.ts';
import { type Element, ElementSplitter } from './elementSplitter.ts';

/** Identities that are taken in without asking. */
const MOST_IDENTITIES = 50;
/** Identities that are shown at all: more would take the page too long to receive. */
const MOST_OFFERED = 1000;

const LISTS: Readonly<Partial<Record<string, 'user' | 'group' | 'role'>>> = {
  UserDetailList: 'user',
  GroupDetailList: 'group',
  RoleDetailList: 'role',
};

/** Whether the beginning of a text is the output of `aws iam get-account-authorization-details`. */
export function looksLikeDetails(beginning: string): boolean {
  return /^\ufeff?\s*\{/.test(beginning) && /"(User|Group|Role)DetailList"\s*:/.test(beginning);
}

/**
 * Users, groups and roles with their policies, from output that arrives in chunks: a large one is never held as a whole.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export class DetailsReader {
  readonly #splitter = new ElementSplitter((element) => this.#take(element));
  readonly #found: Details[] = [];
  /** Default versions of managed policies by their ARN. */
  readonly #policies = new Map<string, string>();
  readonly #problems: Problem[] = [];

  push(chunk: string): void {
    this.#splitter.push(chunk);
  }

  #take(element: Element): void {
    const { list, text, line, column } = element;
    const kind = LISTS[list];
    if (kind === undefined && list !== 'Policies') return;
    const { root, wellFormed, diagnostics } = parseJson(text, 'import', { maxLength: 4_000_000 });
    if (!wellFormed || root === undefined) {
      const message = `This entry of \`${list}\` is no JSON: ${diagnostics[0]?.message ?? ''}`;
      if (this.#problems.length < 20) this.#problems.push({ message, severity: 'error', line, column });
    } else if (kind === undefined) this.#addPolicy(root);
    else this.#found.push({ kind, node: root, line, column });
  }

  #addPolicy(node: JsonNode): void {
    const arn = asString(memberValue(node, 'Arn'));
    const versions = asArray(memberValue(node, 'PolicyVersionList'))?.items ?? [];
    const standard = versions.find((version) => {
      const flag = memberValue(version, 'IsDefaultVersion');
      return flag?.kind === 'boolean' && flag.value;
    });
    const document = memberValue(standard ?? versions[0], 'Document');
    if (arn !== undefined && document !== undefined) this.#policies.set(arn, documentText(document));
  }

  #groups(): ReadonlyMap<string, string> {
    const groups = this.#found.filter(({ kind }) => kind === 'group');
    return new Map(
      groups.flatMap(({ node }) => {
        const name = asString(memberValue(node, 'GroupName'));
        const arn = asString(memberValue(node, 'Arn'));
        return name === undefined || arn === undefined ? [] : [[name, arn] as const];
      }),
    );
  }

  /** Everything there was. */
  end(): Import {
    this.#splitter.end();
    const cut = this.#splitter.problem;
    const problems: Problem[] =
      cut === undefined ? this.#problems : [...this.#problems, { ...cut, severity: 'error' }];
    const shared = { groups: this.#groups(), policies: this.#policies };
    const all = this.#found.flatMap((details) => {
      const identity = identityOf(details, shared);
      return identity === undefined ? [] : [{ details, identity, isAbout: mentionsKms(identity) }];
    });
    const about = all.filter(({ isAbout }) => isAbout);
    const offered = [...about, ...all.filter(({ isAbout }) => !isAbout)].slice(0, MOST_OFFERED);
    const pieces = offered.map(({ details: { line, column }, identity, isAbout }, index): Piece => {
      const aside = isAbout ? (index < MOST_IDENTITIES ? undefined : TOO_MANY) : NOT_ABOUT;
      return {
        id: `${index} ${identity.arn}`,
        title: identity.arn.slice(identity.arn.indexOf(':', 13) + 1),
        content: { kind: 'identity', identity },
        ...(aside !== undefined && { aside }),
        line,
        column,
      };
    });
    return {
      format: 'authorizationDetails',
      pieces,
      placeholders: [],
      skipped: leftOut(all.length, about.length),
      problems,
    };
  }
}

/** What is not even offered. */
function leftOut(all: number, about: number): readonly Skipped[] {
  if (all <= MOST_OFFERED) return [];
  const because =
    about >= MOST_OFFERED
      ? `More than ${MOST_OFFERED} identities have policies about KMS: import the output for fewer of them.`
      : `None of their policies is about KMS, and no more than ${MOST_OFFERED} identities are offered.`;
  return [{ what: `${all - MOST_OFFERED} identities`, because, line: 1, column: 1 }];
}

const NOT_ABOUT = 'None of its policies is about KMS.';
const TOO_MANY = `More than ${MOST_IDENTITIES} identities have policies about KMS: choose those you need.`;
