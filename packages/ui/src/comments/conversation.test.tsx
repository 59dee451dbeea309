import { expect, test } from "vitest";
import { conversationOf, siteUrl, threeComments } from "../examples/site.ts";
import { renderDocument } from "../page/document.tsx";
import { ConversationPage } from "./conversation.tsx";

const show = (order: "oldest" | "newest") =>
  renderDocument(
    <ConversationPage
      article={{ slug: "a", title: "A", isOpenForComments: true }}
      conversation={{ ...conversationOf(threeComments), order }}
      replyTo={null}
      formKey="k"
      siteUrl={siteUrl}
    />,
  );

test("a comment's number leads to where it will always be found: newest first, that is not the page it is on", () => {
  expect(show("newest")).toMatch(/class="n quiet" href="\/a\/reacties\/cmt_1\/"/u);
  expect(show("oldest")).toMatch(/class="n quiet" href="#cmt_1"/u);
});
