import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import type { ButtonProps } from './Button.tsx';

export interface FileButtonProps {
  readonly children: ReactNode;
  /** As of `<input type="file">`: `.json,.json.gz`. */
  readonly accept?: string;
  readonly allowsMultiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly variant?: ButtonProps['variant'];
  readonly icon?: ButtonProps['icon'];
}

/** A button that opens the system's file picker. The same file can be chosen twice in a row. */
export function FileButton({
  children,
  accept,
  allowsMultiple = false,
  onFiles,
  variant = 'plain',
  icon = 'open',
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} icon={icon} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={allowsMultiple}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
