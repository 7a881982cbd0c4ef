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
 * What somebody wrote in Markdown: paragraphs, lists, links and emphasis. HTML in it is shown as text or left out, and
 * what is not in the list loses its marks and keeps its words. Headings begin below the page's own.
 */
export function MarkdownText({ text }: { text: string }) {
  return (
    <div className="flex max-w-text flex-col gap-3 [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5">
      <ReactMarkdown
        allowedElements={allowed}
        unwrapDisallowed
        components={{
          h2: ({ children }) => <h3 className="font-bold text-h3">{children}</h3>,
          h3: ({ children }) => <h4 className="font-bold">{children}</h4>,
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
