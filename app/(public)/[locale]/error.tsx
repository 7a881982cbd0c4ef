"use client";

/**
 * What is shown where a public page could not be made. The words stand here and not in messages/: public pages run no
 * script and carry no words for one, and whatever failed may be what reads the words.
 */
export default function PublicError({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="mx-auto flex max-w-page flex-col gap-4 px-4 py-16">
      <h1 className="font-bold text-h1">This page could not be made just now</h1>
      <p className="max-w-text">
        The fault is ours, not yours. Wait a minute and load the page again. If it stays so, tell
        whoever runs this site{error.digest && ` and give them this reference: ${error.digest}`}.
      </p>
    </main>
  );
}
