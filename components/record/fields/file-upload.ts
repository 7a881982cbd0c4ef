import type { DetailedError, Upload } from "tus-js-client";
import { sendJson } from "@/components/forms/ask";
import { type FileFacts, type FileProblem, fileLimits } from "@/lib/domain/record/file";
import type { Refusal } from "@/lib/domain/result/result";

/**
 * The reason why an upload stopped: a problem of the file, an ended session, a missing permission, or the connection.
 */
export type UploadFailure = FileProblem | "signed_out" | "not_yours" | "line";

export type UploadEvents = {
  onProgress: (sent: number) => void;
  onChecking: () => void;
  onAdded: (file: FileFacts) => void;
  onFailed: (failure: UploadFailure) => void;
};

/** A running upload; `retry` continues from what has arrived. */
export type RunningUpload = { retry: () => void; cancel: () => void };

/** Small enough to be sent within a minute on a slow connection; a piece that breaks is sent again. */
const pieceBytes = 512 * 1024;
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000];

/**
 * Uploads a file to a record in pieces. After a lost connection it retries for about a minute, and again when the
 * browser is online; selecting the same file again continues the upload.
 */
export function startUpload(recordId: string, file: File, on: UploadEvents): RunningUpload {
  if (file.size > fileLimits.file) {
    on.onFailed("too_large");
    return { retry: () => {}, cancel: () => {} };
  }
  let upload: Upload | null = null;
  let hasArrived = false;
  let isRunning = false;
  let isCanceled = false;

  async function begin() {
    // The library is loaded when a file is selected, because most people upload none.
    const tus = await import("tus-js-client");
    if (isCanceled) return;
    upload = new tus.Upload(file, {
      endpoint: "/api/office/uploads",
      metadata: { recordId, name: file.name },
      chunkSize: pieceBytes,
      retryDelays,
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => isRetryable(error.originalResponse?.getStatus() ?? 0),
      onProgress: on.onProgress,
      onSuccess() {
        hasArrived = true;
        void finish();
      },
      onError: (error) => fail(failureOf(error)),
    });
    const earlier = (await upload.findPreviousUploads()).find(
      ({ metadata }) => metadata["recordId"] === recordId,
    );
    if (earlier) upload.resumeFromPreviousUpload(earlier);
    if (!isCanceled) upload.start();
  }

  async function finish() {
    on.onChecking();
    const uploadId = upload?.url?.split("/").at(-1);
    const answer = await sendJson<FileFacts>(`/api/office/records/${recordId}/files`, { uploadId });
    if ("failure" in answer) return fail("line");
    if (!answer.result.ok) return fail(failureOfRefusal(answer.result.refusal));
    if (!isCanceled) on.onAdded(answer.result.value);
  }

  function fail(failure: UploadFailure) {
    isRunning = false;
    if (!isCanceled) on.onFailed(failure);
  }

  function start() {
    if (isRunning || isCanceled) return;
    isRunning = true;
    void (hasArrived ? finish() : begin()).catch(() => fail("line"));
  }

  start();
  return {
    retry: start,
    cancel() {
      isCanceled = true;
      // The server removes its part; if that fails, it does so by itself within a day.
      void upload?.abort(true).catch(() => {});
    },
  };
}

function isRetryable(status: number) {
  return status === 0 || status >= 500 || status === 409 || status === 423;
}

function failureOf(error: Error | DetailedError): UploadFailure {
  const response = "originalResponse" in error ? error.originalResponse : null;
  if (!response) return "line";
  if (response.getStatus() === 401) return "signed_out";
  if (response.getStatus() === 413) return "too_large";
  try {
    return failureOfRefusal(JSON.parse(response.getBody()).refusal);
  } catch {
    return "line";
  }
}

function failureOfRefusal(refusal: Refusal): UploadFailure {
  if (refusal.code === "signed_out") return "signed_out";
  if (refusal.code !== "invalid") return "not_yours";
  // The keys with which `addUploadedFile` names a problem of a file.
  return (refusal.fields["file"]?.[0]?.key ?? "line") as UploadFailure;
}
