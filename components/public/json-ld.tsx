/** Says to search engines what a page is about, in the words of schema.org. React escapes what could end the element. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  return (
    <script type="application/ld+json">
      {JSON.stringify({ "@context": "https://schema.org", ...data })}
    </script>
  );
}
