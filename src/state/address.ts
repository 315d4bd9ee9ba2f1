import { createStore, type StoreApi } from 'zustand/vanilla';
import { isQuestionId, type QuestionId } from './questions.ts';

/** Where in the app one is: the part of the page's address after `#`. */
export interface Address {
  readonly room: 'design' | 'prove';
  /** The question open in Prove. */
  readonly question: QuestionId | null;
  /** What the question is about, where the address says so: an action. */
  readonly subject: string | null;
}

export interface AddressActions {
  readonly goTo: (address: Partial<Address> & Pick<Address, 'room'>) => void;
}

export type AddressStore = StoreApi<Address & AddressActions>;

export function createAddress(): AddressStore {
  return createStore<Address & AddressActions>()((set) => ({
    room: 'design',
    question: null,
    subject: null,
    goTo: ({ room, question = null, subject = null }) => set({ room, question, subject }),
  }));
}

/** `#/prove/who-can/kms:Decrypt` */
export function printAddress({ room, question, subject }: Address): string {
  const parts = [room, ...(question === null ? [] : [question, ...(subject === null ? [] : [subject])])];
  return `#/${parts.map(encodeURI).join('/')}`;
}

/** The address a text after `#` means; null where it is none of the app's rooms. */
export function readAddress(hash: string): Address | null {
  const [start, room, question = '', ...rest] = hash.split('/');
  if (start !== '#') return null;
  if (room === 'design') return { room, question: null, subject: null };
  if (room !== 'prove') return null;
  if (!isQuestionId(question)) return { room, question: null, subject: null };
  return { room, question, subject: rest.length === 0 ? null : decoded(rest.join('/')) };
}

/** Addresses are typed by people, too. */
function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
