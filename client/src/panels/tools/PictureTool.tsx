import { type ReactNode, useRef } from "react";
import { useT } from "../../i18n/hooks.ts";
import { ToolButton } from "../parts/ToolButton.tsx";

const accept = "image/png,image/jpeg,image/webp,.png,.jpg,.jpeg,.webp";

export interface PictureToolProps {
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Chooses pictures to put on the sheet; pasting and dropping them does the same. */
export function PictureTool({ disabled, onFiles }: PictureToolProps): ReactNode {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again after something went wrong.
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <ToolButton
        icon="picture"
        label={t("free.add-picture")}
        word={t("free.add-picture-short")}
        disabled={disabled}
        onClick={() => input.current?.click()}
      />
    </>
  );
}
