/** How sending a file ended. `problem` carries the server's answer as text (problem+json), to be read by the caller. */
export type SendOutcome =
  | { readonly type: "stored" }
  | { readonly type: "cancelled" }
  | { readonly type: "no-connection" }
  | { readonly type: "problem"; readonly status: number; readonly body: string };

/**
 * Puts a file, telling how far it is (0…1). XMLHttpRequest, because fetch can't say how much has been sent. The session
 * cookie goes along.
 */
export function sendFile(
  address: string,
  file: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<SendOutcome> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ type: "cancelled" });
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    signal.addEventListener("abort", cancel, { once: true });
    const end = (outcome: SendOutcome) => {
      signal.removeEventListener("abort", cancel);
      resolve(outcome);
    };
    request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    request.addEventListener("load", () => {
      const isStored = request.status >= 200 && request.status < 300;
      end(
        isStored
          ? { type: "stored" }
          : { type: "problem", status: request.status, body: request.responseText },
      );
    });
    request.addEventListener("error", () => end({ type: "no-connection" }));
    request.addEventListener("timeout", () => end({ type: "no-connection" }));
    request.addEventListener("abort", () => end({ type: "cancelled" }));
    request.open("PUT", address);
    request.setRequestHeader("content-type", file.type);
    request.send(file);
  });
}
