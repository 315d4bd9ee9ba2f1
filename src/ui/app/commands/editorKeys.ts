/** What the editor itself does, for the list of shortcuts: Monaco has the keys. */
export const editorKeys: readonly { readonly title: string; readonly keys: string }[] = [
  { title: 'Offer what fits here', keys: 'Ctrl Space' },
  { title: 'Explain the word at the caret', keys: 'Mod I' },
  { title: 'Go to a statement or grant', keys: 'Mod Shift O' },
  { title: 'Go to what a name stands for', keys: 'F12' },
  { title: 'Fix, explain or suppress the problem here', keys: 'Ctrl+.' },
  { title: 'Format the text, or what is selected', keys: 'Shift Alt F' },
];
