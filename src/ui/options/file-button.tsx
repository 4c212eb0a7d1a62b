import type { ComponentChildren } from 'preact';

interface FileButtonProps {
  readonly accept: string;
  /** Given the text of the file that the reader chose. */
  readonly onText: (text: string) => void;
  readonly children: ComponentChildren;
}

/** A button that opens a file of the reader's. */
export function FileButton({ accept, onText, children }: FileButtonProps) {
  return (
    <label class="button button--quiet file-button">
      {children}
      <input
        type="file"
        accept={accept}
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (!file) return;
          void file.text().then((text) => {
            onText(text);
            // So that the same file, mended, can be chosen again.
            input.value = '';
          });
        }}
      />
    </label>
  );
}
