import { z } from 'zod';
import { escapeXml, indented } from './xml.ts';

const dictionary = z.record(z.string(), z.unknown());

/** A value as an element of Apple's property lists. */
export function plistValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (typeof value === 'string') return `<string>${escapeXml(value)}</string>`;
  if (Array.isArray(value))
    return block(
      'array',
      value.map((item) => plistValue(item)),
    );
  const entries = Object.entries(dictionary.parse(value));
  return block(
    'dict',
    entries.map(([name, item]) => plistKey(name, item)),
  );
}

/** A key with its value, as a dictionary holds them. */
export function plistKey(name: string, value: unknown): string {
  return `<key>${escapeXml(name)}</key>\n${plistValue(value)}`;
}

/** A whole property list around the element in it. */
export function plistFile(element: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    element,
    '</plist>',
    '',
  ].join('\n');
}

function block(name: string, lines: readonly string[]): string {
  return lines.length === 0
    ? `<${name}/>`
    : `<${name}>\n${indented(lines.join('\n'), 1)}\n</${name}>`;
}
