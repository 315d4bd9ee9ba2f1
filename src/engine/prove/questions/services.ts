import type { Phrase } from '#engine/explain/phrase.ts';
import { code } from '#engine/explain/words.ts';
import type { Cell } from '../callers/cell.ts';
import type { Prover } from '../prover.ts';
import { answerFrom, type CitedStatement, type Finding, type OpenPoint, type ProofAnswer } from './answer.ts';
import { granted, restingOn } from './granted.ts';
import { scopeOf } from './scope.ts';
import { strangeSources } from './strangers.ts';

/** One AWS service that can use the key as itself. */
export interface ServiceUseOfKey {
  /** Its principal; undefined for services that no document names. */
  readonly service: string | undefined;
  readonly use: Finding;
  /** Set where it can be made to use the key for a resource that no document names: a confused deputy. */
  readonly deputy: Finding | undefined;
}

export interface ServicesAnswer extends ProofAnswer {
  readonly services: readonly ServiceUseOfKey[];
}

/** Which AWS services can use the key as themselves, and can a stranger make them do it (KMS-205)? */
export function servicesQuestion(prover: Prover): ServicesAnswer {
  const [model] = prover.models;
  if (model === undefined) throw new Error('A question is about a key.');
  const services: ServiceUseOfKey[] = [];
  const open: OpenPoint[] = [];
  const rests: CitedStatement[] = [];
  const cells = new Set(prover.universe.cells.filter(({ kind }) => kind === 'service'));
  for (const cell of cells) {
    if (cell.name === undefined && services.some(({ service }) => service === undefined)) continue;
    const callers = prover.universe.callers((other) => other === cell);
    const uses = granted(prover, { conditions: [callers], level: 'direct', one: true });
    open.push(...uses.open);
    rests.push(...uses.rests);
    const [use] = uses.findings;
    if (use === undefined) continue;
    const conditions = [callers, ...strangeSources(prover.universe)];
    const strange = granted(prover, { conditions, level: 'direct', one: true });
    open.push(...strange.open);
    const deputy = strange.findings.find(({ facts }) => facts.length === 0);
    services.push({ service: cell.name, use: told(use, cell), deputy: deputy && deputyTold(deputy, cell) });
  }
  const deputies = services.flatMap(({ deputy }) => deputy ?? []);
  const answer = answerFrom(
    [...services.map(({ use }) => use), ...deputies],
    open,
    { yes: sentenceOf(services), no: ['No AWS service can use the key as itself.'] },
    scopeOf(model.key),
    restingOn(prover, rests),
  );
  return { ...answer, services };
}

function sentenceOf(services: readonly ServiceUseOfKey[]): Phrase {
  const count =
    services.length === 1
      ? 'One AWS service can use the key'
      : `${services.length} AWS services can use the key`;
  const deputies = services.filter(({ deputy }) => deputy !== undefined).length;
  if (deputies === 0) return [`${count}, only for resources the documents name.`];
  return [`${count}; ${deputies} of them for anybody's resource (confused deputy).`];
}

function nameOf(cell: Cell): Phrase {
  return cell.name === undefined ? ['Any AWS service'] : [code(cell.name)];
}

function told(use: Finding, cell: Cell): Finding {
  const [statement] = use.statements;
  return { ...use, sentence: [...nameOf(cell), ' can use the key by ', code(statement?.ref ?? ''), '.'] };
}

function deputyTold(deputy: Finding, cell: Cell): Finding {
  const [statement] = deputy.statements;
  const sentence: Phrase = [
    ...nameOf(cell),
    ' can be made to use the key for a stranger: ',
    code(statement?.ref ?? ''),
    ' does not say for which ',
    code('aws:SourceAccount'),
    ' or ',
    code('aws:SourceArn'),
    '.',
  ];
  return { ...deputy, sentence };
}
