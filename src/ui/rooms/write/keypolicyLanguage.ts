import type * as monaco from 'monaco-editor/editor/editor.api';
import { tokenizeLine } from './keypolicyTokens.ts';

export const languageId = 'keypolicy';

/** Teaches Monaco the language of policies and grants: JSON in which only the value of Effect is coloured. */
export function registerKeypolicy(api: typeof monaco): void {
  api.languages.register({ id: languageId });
  api.languages.setTokensProvider(languageId, {
    getInitialState: () => lineState(false),
    tokenize(line, state) {
      const { tokens, awaitsEffect } = tokenizeLine(line, state.equals(lineState(true)));
      return {
        tokens: tokens.map(({ from, kind }) => ({ startIndex: from, scopes: kind })),
        endState: lineState(awaitsEffect),
      };
    },
  });
  api.languages.setLanguageConfiguration(languageId, {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}', notIn: ['string'] },
      { open: '[', close: ']', notIn: ['string'] },
      { open: '"', close: '"', notIn: ['string'] },
    ],
    surroundingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"' },
    ],
    indentationRules: {
      increaseIndentPattern: /[{[]\s*$/,
      decreaseIndentPattern: /^\s*[}\]]/,
    },
    // Names of actions and the parts of an ARN, one at a time.
    wordPattern: /[A-Za-z0-9_*?-]+/,
  });
}

class LineState implements monaco.languages.IState {
  readonly awaitsEffect: boolean;

  constructor(awaitsEffect: boolean) {
    this.awaitsEffect = awaitsEffect;
  }

  clone(): LineState {
    return this;
  }

  equals(other: monaco.languages.IState): boolean {
    return other instanceof LineState && other.awaitsEffect === this.awaitsEffect;
  }
}

const awaiting = new LineState(true);
const idle = new LineState(false);

function lineState(awaitsEffect: boolean): LineState {
  return awaitsEffect ? awaiting : idle;
}
