import { createStore } from 'zustand/vanilla';

/** Whether the command palette is open. */
export const palette = createStore<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));
