/** The administrative template for Windows' group policies: what can be set, and under which registry value it lies. */
import { kindOf } from '../kinds.ts';
import { policyCategories } from '../note.ts';
import { noteOf, policyNames, type PolicyName } from '../policies.ts';
import { places } from '../places.ts';
import { escapeXml, indented } from './xml.ts';

/** A policy at one level: the second one is written below the key `Recommended`. */
export interface Template {
  readonly name: PolicyName;
  readonly recommended: boolean;
  /** Unique among all of them. */
  readonly id: string;
}

export const templates: readonly Template[] = policyNames.flatMap((name): Template[] => [
  { name, recommended: false, id: name },
  ...(noteOf(name).recommendable === true
    ? [{ name, recommended: true, id: `${name}_recommended` }]
    : []),
]);

export function admx(): string {
  const categories = policyCategories.map(
    (name) => `<category name="${name}" displayName="$(string.${name})">
  <parentCategory ref="umbra"/>
</category>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="umbra" namespace="Umbra.Policies.Desktop"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0"/>
  <supportedOn>
    <definitions>
      <definition name="anyUmbra" displayName="$(string.anyUmbra)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="umbra" displayName="$(string.umbra)"/>
${indented(categories.join('\n'), 2)}
    <category name="recommended" displayName="$(string.recommended)">
      <parentCategory ref="umbra"/>
    </category>
  </categories>
  <policies>
${indented(templates.map(definition).join('\n'), 2)}
  </policies>
</policyDefinitions>
`;
}

function definition(template: Template): string {
  const { name, recommended, id } = template;
  const key = `Software${places.registryKey.slice('SOFTWARE'.length)}${recommended ? '\\Recommended' : ''}`;
  const isSwitch = kindOf(name).kind === 'boolean';
  const attributes = [
    `name="${id}"`,
    'class="Both"',
    `displayName="$(string.${id})"`,
    `explainText="$(string.${id}_explain)"`,
    ...(isSwitch ? [] : [`presentation="$(presentation.${id})"`]),
    `key="${key}"`,
    ...(isSwitch ? [`valueName="${name}"`] : []),
  ].join(' ');
  return `<policy ${attributes}>
  <parentCategory ref="${recommended ? 'recommended' : noteOf(name).category}"/>
  <supportedOn ref="anyUmbra"/>
${indented(body(template, key), 1)}
</policy>`;
}

function body({ name, id }: Template, key: string): string {
  const kind = kindOf(name);
  const elements = (element: string): string => `<elements>\n${indented(element, 1)}\n</elements>`;
  switch (kind.kind) {
    case 'boolean':
      return `<enabledValue>
  <decimal value="1"/>
</enabledValue>
<disabledValue>
  <decimal value="0"/>
</disabledValue>`;
    case 'integer':
      return elements(
        `<decimal id="${id}" valueName="${name}" required="true" minValue="${kind.least}" maxValue="${kind.most}"/>`,
      );
    case 'choice': {
      const items = kind.choices.map(
        (choice) => `<item displayName="$(string.${name}_${choice})">
  <value>
    <string>${escapeXml(choice)}</string>
  </value>
</item>`,
      );
      return elements(
        `<enum id="${id}" valueName="${name}" required="true">\n${indented(items.join('\n'), 1)}\n</enum>`,
      );
    }
    case 'list':
      return elements(`<list id="${id}" key="${key}\\${name}" valuePrefix=""/>`);
    case 'text':
      return elements(`<text id="${id}" valueName="${name}" required="true" maxLength="1024"/>`);
    case 'structure':
      return elements(`<text id="${id}" valueName="${name}" required="true" maxLength="1000000"/>`);
  }
}
