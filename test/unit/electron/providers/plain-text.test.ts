import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHtml, plainText } from '../../../../electron/providers/plain-text.ts';

describe('the words of a description', () => {
  it.each([
    ['plain', 'Bring the plan', 'Bring the plan'],
    ['line breaks', 'one<br>two<br/>three', 'one\ntwo\nthree'],
    ['paragraphs and lists', '<p>one</p><ul><li>two</li></ul>', 'one\ntwo'],
    ['a link', '<a href="https://x.example/?a=1&amp;b=2">Agenda</a>', 'Agenda'],
    [
      'entities',
      'R&amp;D &lt;now&gt; &quot;x&quot;&nbsp;y &#39;z&#39; &#x27;w&#x27;',
      "R&D <now> \"x\" y 'z' 'w'",
    ],
    ['unknown entities', 'a &constructor; b &foo; c', 'a &constructor; b &foo; c'],
    ['impossible characters', 'a&#0;b&#xd800;c&#9999999;d', 'abcd'],
    [
      'what is not shown at all',
      '<!DOCTYPE html><html><head><style>p { color: red }</style><title>T</title></head><!-- no <b>one</b> --><![if x]>words<![endif]>',
      'words',
    ],
    ['what never ends', 'words<!-- no end <b>', 'words'],
    [
      'marks within what a tag says',
      '<a title="a > b" href="https://x.example">Agenda</a>',
      'Agenda',
    ],
    ['an apostrophe in a tag', "<b it's>bold</b>", 'bold'],
    ['comparisons', 'if a < b and c > d', 'if a < b and c > d'],
    ['nothing', '', ''],
  ])('are kept of %s', (_, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('decodes once: what reads as markup afterwards was meant as text', () => {
    expect(plainText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
  });

  it('are read in a moment, whatever a stranger wrote', () => {
    for (const nasty of [
      '<br',
      '<a ',
      '&#',
      '<',
      '</p',
      '<!--',
      '<style>',
      '<style',
      '</style ',
      '<a "',
      `<a '"<a "'`,
      '<a ""\'\'',
    ])
      expect(plainText(nasty.repeat(1_000_000)).length).toBeLessThan(40_000);
  });
});

describe('text for a field that is shown as HTML', () => {
  it.each(['R&D', 'a < b', 'Room 4 > 3', 'https://x.example/?a=1&b=2', 'one\ntwo'])(
    'leaves %j as it is',
    (text) => {
      expect(asHtml(text)).toBe(text);
    },
  );

  it("makes a stranger's markup harmless", () => {
    expect(asHtml('<a href="https://evil.example">Pay</a>')).toBe(
      '&lt;a href="https://evil.example">Pay&lt;/a>',
    );
    expect(asHtml('&lt;b&gt;')).toBe('&amp;lt;b&amp;gt;');
  });

  it('reads back as what it was', () => {
    const words = fc.constantFrom(
      '<',
      '>',
      '&',
      '&amp;',
      '&#39;',
      '<b>',
      '</p>',
      '<br',
      ';',
      'a',
      ' ',
      '\n',
      '#',
      'ü',
      '🌍',
    );
    const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (any) => plainText(asHtml(any)) === any.trim()),
    );
  });

  it('never lets a tag through', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', 'b', '&', ';', 'lt') }),
        (any) => {
          const html = asHtml(any);
          return !/<\/?[a-z][^<>]*>/i.test(html);
        },
      ),
    );
  });
});
