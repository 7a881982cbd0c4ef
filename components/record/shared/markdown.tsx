import ReactMarkdown from "react-markdown";

const allowed = [
  "p",
  "strong",
  "em",
  "ul",
  "ol",
  "li",
  "a",
  "blockquote",
  "br",
  "h2",
  "h3",
  "code",
];

/**
 * Shows a Markdown text: paragraphs, lists, links and emphasis. HTML in it is shown as text or left out, and other
 * markup is reduced to its text. Headings begin below those of the page's sections or, for a text that is the whole
 * page, below the page's own.
 */
export function MarkdownText({ text, isWholePage }: { text: string; isWholePage?: boolean }) {
  const [Part, Within] = isWholePage ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  return (
    <div className="flex max-w-text flex-col gap-3 [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5">
      <ReactMarkdown
        allowedElements={allowed}
        unwrapDisallowed
        components={{
          h2: ({ children }) => <Part className="font-bold text-h3">{children}</Part>,
          h3: ({ children }) => <Within className="font-bold">{children}</Within>,
          a: ({ href, children }) => (
            <a href={href} rel="nofollow noopener ugc">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
}
