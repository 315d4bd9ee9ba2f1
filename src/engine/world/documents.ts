import { compilePolicy, type PolicyPlan } from '../authorize/plan.ts';
import { compileGrant, type GrantPlan } from '../grants/plan.ts';
import { parseGrants } from '../grants/parseGrants.ts';
import { utf8Length } from '../policy/size.ts';
import { parsePolicy } from '../policy/parsePolicy.ts';
import type { PolicyType } from '../policy/policy.ts';
import type { DocumentText } from '../scenario/scenario.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { DocumentInWorld } from './world.ts';

/** What reading one version of a text gave; the same text is read once however often the scenario around it changes. */
interface Reading {
  readonly key: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly policy: PolicyPlan | undefined;
  readonly grants: readonly GrantPlan[] | undefined;
}

/**
 * Reads the documents of a scenario and remembers, per document, the last two texts it read (the current one and the last
 * usable one). Plans hold no state that depends on a request, so sharing them between worlds is safe.
 */
export class DocumentReader {
  readonly #readings = new Map<string, readonly Reading[]>();

  readPolicy(document: DocumentText, type: PolicyType, name: string): DocumentInWorld {
    return this.#read(
      document,
      type,
      (text) => {
        const { policy, diagnostics } = parsePolicy(text, { id: document.id, type, name });
        return { diagnostics, policy: policy && compilePolicy(policy), grants: undefined };
      },
      name,
    );
  }

  readGrants(document: DocumentText): DocumentInWorld {
    return this.#read(
      document,
      'grants',
      (text) => {
        const { grants, diagnostics } = parseGrants(text, document.id);
        return { diagnostics, policy: undefined, grants: grants?.map(compileGrant) };
      },
      '',
    );
  }

  #read(
    document: DocumentText,
    kind: PolicyType | 'grants',
    parse: (text: string) => Omit<Reading, 'key'>,
    name: string,
  ): DocumentInWorld {
    const current = this.#remembered(document.id, kind, name, document.text, parse);
    const readable = current.policy !== undefined || current.grants !== undefined;
    const useFallback = !readable && document.fallback !== undefined;
    const used = useFallback ? this.#remembered(document.id, kind, name, document.fallback, parse) : current;
    return {
      id: document.id,
      kind,
      usedFallback: useFallback,
      usable: used.policy !== undefined || used.grants !== undefined,
      diagnostics: current.diagnostics,
      bytes: utf8Length(document.text),
      policy: used.policy,
      grants: used.grants ?? [],
    };
  }

  #remembered(
    id: string,
    kind: string,
    name: string,
    text: string,
    parse: (text: string) => Omit<Reading, 'key'>,
  ): Reading {
    const key = `${kind}\n${name}\n${text}`;
    const known = this.#readings.get(id) ?? [];
    const found = known.find((reading) => reading.key === key);
    if (found !== undefined) return found;
    const reading = { key, ...parse(text) };
    this.#readings.set(id, [reading, ...known].slice(0, 2));
    return reading;
  }
}
