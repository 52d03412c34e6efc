/** What the window shows after its process died twice in a row: no script, no style, nothing that can die again. */
export const stoppedHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>Umbra</title>
  </head>
  <body>
    <h1>The window stopped twice in a row.</h1>
    <p>Your calendars are still kept in step: the part of Umbra that does that goes on.</p>
    <p><a href="index.html">Open the window again</a></p>
  </body>
</html>
`;
