import { Moment } from "@/components/ui/moment";

/** Shows the messages between the city and the secretariat, oldest first. */
export function Comments({
  comments,
  timeZone,
  locale,
}: {
  comments: { id: string; text: string; at: Date; by: { name: string } }[];
  timeZone: string;
  locale: string;
}) {
  return (
    <ol className="flex flex-col gap-4">
      {comments.map((comment) => (
        <li key={comment.id} className="max-w-text">
          <p className="text-small">
            <span className="font-semibold">{comment.by.name}</span>
            <span className="text-muted">
              {", "}
              <Moment at={comment.at} timeZone={timeZone} locale={locale} />
            </span>
          </p>
          <p className="whitespace-pre-wrap">{comment.text}</p>
        </li>
      ))}
    </ol>
  );
}
