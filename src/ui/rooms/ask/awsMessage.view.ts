import type { AwsMessage, Basis } from '#engine/message/awsMessage.ts';
import { messageText } from '#engine/message/awsMessage.ts';

const sources: Readonly<Record<Basis, string>> = {
  documented: 'AWS’s documentation',
  observed: 'public reports of the error',
  inferred: 'similar messages',
};

/** Where the wording is known from, part by part where the parts differ; null where there is no text. */
export function wordingSentence({ parts }: AwsMessage): string | null {
  const bases = [...new Set(parts.map(({ basis }) => basis))];
  const [first] = bases;
  if (first === undefined) return null;
  if (bases.length === 1) return `The wording is known from ${sources[first]}.`;
  const others = bases.slice(1).map((basis) => {
    const texts = parts
      .filter((part) => part.basis === basis)
      .map(({ text }) => `“${shortened(text.trim())}”`);
    return `${texts.join(' and ')} from ${sources[basis]}`;
  });
  return `The wording is known from ${sources[first]}, ${others.join(', ')}.`;
}

/** The first words of a long part: it stands in full right above. */
function shortened(text: string): string {
  const words = text.split(' ');
  return words.length <= 7 ? text : `${words.slice(0, 5).join(' ')} …`;
}

/** What is copied: the exception and its text as a command line prints them. */
export function copiedMessage(message: AwsMessage): string {
  const text = messageText(message);
  return text === undefined ? message.code : `${message.code}: ${text}`;
}
