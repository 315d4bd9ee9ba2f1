import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor/editor.api';
import 'monaco-editor/features/anchorSelect/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickOutline/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
// The feature of this name would bring inline completions instead of the list.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IConfigurationService } from 'monaco-editor/platform/configuration/common/configuration';
import './monacoEnvironment.ts';
import { languageId, registerKeypolicy } from './keypolicyLanguage.ts';
import { registerLanguageFeatures } from './language/registerLanguage.ts';
import { registerProblemActions } from './problemActions.ts';

// The parts of Monaco that a policy needs, from our own bundle: the React wrapper would otherwise fetch all of it from a CDN.
// Its type names the whole of Monaco; the part it uses (editor, Uri) is all here.
loader.config({ monaco: monaco as NonNullable<Parameters<typeof loader.config>[0]['monaco']> });
registerKeypolicy(monaco);
registerLanguageFeatures(monaco, languageId);
registerProblemActions(monaco, languageId);
releaseKeys();
// A heading in a list box is no option of it, and there is one kind of entry only.
void StandaloneServices.get(IConfigurationService).updateValue('editor.codeActionWidget.showHeaders', false);

/** Keys that belong to the page also inside the editor. A rule without a command makes Monaco look away. */
function releaseKeys(): void {
  const { KeyMod, KeyCode } = monaco;
  const formatKey = KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF;
  const pageKeys = [
    KeyMod.CtrlCmd | KeyCode.KeyK,
    KeyMod.CtrlCmd | KeyCode.Enter,
    KeyCode.F6,
    KeyMod.Shift | KeyCode.F6,
  ];
  monaco.editor.addKeybindingRules([
    ...pageKeys.map((keybinding) => ({ keybinding, command: null })),
    // Monaco's own key for this begins with the one just given away.
    {
      keybinding: KeyMod.CtrlCmd | KeyCode.KeyI,
      command: 'editor.action.showHover',
      when: 'editorTextFocus',
    },
    // The same everywhere: on Linux Monaco's own key opens the browser's tools, and the one for a selection begins with Ctrl+K.
    { keybinding: formatKey, command: 'editor.action.formatDocument', when: 'editorTextFocus' },
    {
      keybinding: formatKey,
      command: 'editor.action.formatSelection',
      when: 'editorTextFocus && editorHasSelection',
    },
  ]);
}

export { monaco };
