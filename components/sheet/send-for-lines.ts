import type { Result } from "@/lib/domain/result/result";

/** The progress: how much is sent, then how much is done. */
export type SendProgress = { step: "sending" | "working"; progress: number };

/**
 * Sends a form, or JSON, to a route that answers with progress line by line and the Result last. It uses
 * XMLHttpRequest, because fetch does not report how much of a file has been sent.
 */
export function sendForLines<T>(
  path: string,
  body: FormData | object,
  onStep: (step: SendProgress) => void,
): Promise<Result<T> | "offline" | "failed"> {
  const request = new XMLHttpRequest();
  onStep({ step: "sending", progress: 0 });
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) =>
      onStep({ step: "sending", progress: loaded / total });
    request.onprogress = () => {
      const line = lastLine(request.responseText);
      if (line && "progress" in line) onStep({ step: "working", progress: Number(line.progress) });
    };
    request.onerror = () => resolve("offline");
    request.onload = () => {
      const line = lastLine(request.responseText);
      // The last line is the Result of the command.
      resolve(line && "ok" in line ? (line as Result<T>) : "failed");
    };
    request.open("POST", path);
    const isForm = body instanceof FormData;
    if (!isForm) request.setRequestHeader("content-type", "application/json");
    request.send(isForm ? body : JSON.stringify(body));
  });
}

function lastLine(text: string): { progress: number } | { ok: boolean } | null {
  const line = text.trimEnd().split("\n").at(-1);
  try {
    return line ? JSON.parse(line) : null;
  } catch {
    return null;
  }
}
