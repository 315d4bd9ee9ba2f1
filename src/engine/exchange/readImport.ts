import { recognize, type Recognized } from '../scenario/recognize.ts';
import type { JsonNode } from '../source/json.ts';
import { lineIndex } from '../source/lines.ts';
import { parseJson } from '../source/parseJson.ts';
import { looksLikeAccessDenied, readAccessDenied } from './accessDenied/readMessage.ts';
import { DetailsReader, looksLikeDetails } from './authorizationDetails/detailsReader.ts';
import { looksLikeCommands, readCommands } from './awsCli/readCommands.ts';
import { looksLikeCdk, readCdk } from './cdk/readCdk.ts';
import { readTemplate } from './cloudFormation/readTemplate.ts';
import { eventsIn, readEvents } from './cloudTrail/readEvents.ts';
import { withoutLockoutFlags } from './lockoutFlag.ts';
import { looksForeign } from './looksForeign.ts';
import type { Import, Piece } from './piece.ts';
import { isPlan, readPlan } from './terraform/readPlan.ts';
import { looksLikeTerraform, readTerraform } from './terraform/readTerraform.ts';

export { DetailsReader, looksLikeDetails } from './authorizationDetails/detailsReader.ts';

/** Longest text that is read as a whole, in UTF-16 units; `get-account-authorization-details` may be longer. */
const LONGEST_IMPORT = 16_000_000;

/** What one text is and what is in it, or one sentence that says why it is nothing. */
export type ImportReading = Import | { readonly format: 'unknown'; readonly because: string };

/**
 * Recognises any form that Keyway imports and reads it. Problems have line and column; what could be read is there beside
 * them. Never throws.
 */
export function readImport(text: string): ImportReading {
  if (text.length > LONGEST_IMPORT) return { format: 'unknown', because: TOO_LONG };
  const recognized = looksForeign(text) ? undefined : recognize(text);
  if (recognized !== undefined && recognized.kind !== 'unknown') return ofRecognized(recognized);
  const read = foreign(text);
  return read === undefined ? ofUnknown(recognized ?? recognize(text)) : withoutLockoutFlags(read);
}

const TOO_LONG = 'The text is too long: up to 16 million characters are read.';

function foreign(text: string): Import | undefined {
  if (looksLikeDetails(text.slice(0, 1_000_000))) return readDetails(text);
  return ofJson(text) ?? readTemplate(text) ?? ofCode(text);
}

function readDetails(text: string): Import {
  const reader = new DetailsReader();
  reader.push(text);
  return reader.end();
}

/** Plans and events, which are JSON. */
function ofJson(text: string): Import | undefined {
  if (!/^\ufeff?\s*[[{]/.test(text)) return undefined;
  const { root, diagnostics } = parseJson(text, 'import', { maxLength: LONGEST_IMPORT });
  const read = root && ofTree(text, root);
  const lines = lineIndex(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const problems = errors.map(
    ({ message, span }) => ({ message, severity: 'error', ...lines.at(span.from) }) as const,
  );
  return read && { ...read, problems: [...problems, ...read.problems] };
}

function ofTree(text: string, root: JsonNode): Import | undefined {
  if (isPlan(root)) return readPlan(text, root);
  const events = eventsIn(root);
  return events.length > 0 ? readEvents(text, events) : undefined;
}

function ofCode(text: string): Import | undefined {
  if (looksLikeCdk(text)) return readCdk(text);
  if (looksLikeCommands(text)) return readCommands(text);
  if (looksLikeTerraform(text)) return readTerraform(text);
  return looksLikeAccessDenied(text) ? readAccessDenied(text) : undefined;
}

function ofUnknown(recognized: Recognized): ImportReading {
  return recognized.kind === 'unknown'
    ? { format: 'unknown', because: recognized.because }
    : ofRecognized(recognized);
}

function ofRecognized(recognized: Exclude<Recognized, { kind: 'unknown' }>): Import {
  const piece: Piece = {
    id: 'text',
    title: TITLES[recognized.kind],
    line: 1,
    column: 1,
    content: { kind: 'recognized', recognized },
  };
  return { format: 'json', pieces: [piece], placeholders: [], skipped: [], problems: [] };
}

const TITLES: Readonly<Record<Exclude<Recognized, { kind: 'unknown' }>['kind'], string>> = {
  keyPolicy: 'Key policy',
  identityPolicy: 'IAM policy',
  permissionsBoundary: 'Permissions boundary',
  sessionPolicy: 'Session policy',
  serviceControlPolicy: 'Service control policy',
  resourceControlPolicy: 'Resource control policy',
  endpointPolicy: 'VPC endpoint policy',
  resourcePolicy: 'Resource policy',
  scenario: 'Scenario',
  grants: 'Grants',
  keyMetadata: 'Output of describe-key',
  aliases: 'Output of list-aliases',
  tags: 'Output of list-resource-tags',
  identity: 'Output about an identity',
  organizationPolicies: 'Organization policies',
  vpcEndpoints: 'Output of describe-vpc-endpoints',
};
