/** Parts of Monaco that its types leave out: settings that no option of an editor sets. */

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  interface ConfigurationService {
    readonly updateValue: (key: string, value: unknown) => Promise<void>;
  }
  export const StandaloneServices: { readonly get: (service: object) => ConfigurationService };
}

declare module 'monaco-editor/platform/configuration/common/configuration' {
  export const IConfigurationService: object;
}
