import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { published } from '../../electron/cli/published.ts';
import { kindOf } from '../../shared/policy/kinds.ts';
import { noteOf, policies, policyNames } from '../../shared/policy/policies.ts';
import { policyJsonSchema } from '../../shared/policy/publish/json-schema.ts';
import { resolvePolicy } from '../../shared/policy/resolve.ts';
import { left } from '../kit/policy-readings.ts';

/** The packager's own readers of property lists and of XML. */
const packager = createRequire(
  createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json')).resolve(
    'app-builder-lib/package.json',
  ),
);
const plist = packager('plist') as { parse: (text: string) => Record<string, unknown> };
const { DOMParser } = createRequire(packager.resolve('plist'))('@xmldom/xmldom') as {
  DOMParser: new (options: object) => {
    parseFromString: (text: string, type: string) => { documentElement: { tagName: string } };
  };
};

const files = await published();
const file = (end: string): string => [...files].find(([path]) => path.endsWith(end))?.[1] ?? '';

/** The name of the outermost element; throws for anything that is no well-formed XML. */
function rootOf(text: string): string {
  const complain = (...words: readonly unknown[]): never => {
    throw new Error(words.map(String).join(' '));
  };
  const parser = new DOMParser({
    onError: complain,
    errorHandler: { warning: complain, error: complain, fatalError: complain },
  });
  return parser.parseFromString(text, 'text/xml').documentElement.tagName;
}

const idsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, id = '']) => id).sort();

describe('A2: what is published of the policies', () => {
  it.each([...files])('%s is what the schema makes of it', (path, text) => {
    expect(readFileSync(path, 'utf8') === text, 'run "npm run schema"').toBe(true);
  });

  it.each([
    ['.admx', 'policyDefinitions'],
    ['.adml', 'policyDefinitionResources'],
    ['.mobileconfig', 'plist'],
    ['.plist', 'plist'],
  ])('%s is well-formed', (end, root) => {
    expect(rootOf(file(end))).toBe(root);
  });

  it('is judged by a reader that does complain', () => {
    expect(() => rootOf('<plist><dict></plist>')).toThrow();
    expect(() => rootOf('<plist>&nbsp;</plist>')).toThrow();
  });

  it.each(policyNames)('shows %s everywhere', (name) => {
    expect(file('.admx')).toContain(`name="${name}"`);
    expect(file('.adml')).toContain(`<string id="${name}">`);
    expect(file('.mobileconfig')).toContain(`<key>${name}</key>`);
    expect(file('.plist')).toContain(`<string>${name}</string>`);
    expect(file('policies.md')).toContain(`### ${name}\n`);
    expect(file('policies.schema.json')).toContain(`"${name}"`);
  });
});

describe('A4 E11: a policy that this build has nothing for to act on', () => {
  const inert = policyNames.filter((name) => noteOf(name).inert !== undefined);

  it('is any about updates, as long as no code asks for one', async () => {
    expect(inert).toEqual(['DisableUpdates', 'UpdateFeed', 'UpdateChannel']);
    for await (const path of glob('{electron,renderer}/**/*.{ts,tsx}'))
      for (const name of inert) expect(readFileSync(path, 'utf8'), path).not.toContain(name);
  });

  it.each(inert)('%s: says so wherever administrators read of it', (name) => {
    const words = 'This build does not update itself';
    for (const end of ['.adml', '.plist', 'policies.schema.json', 'policies.md']) {
      const text = file(end);
      const places = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) =>
        text.slice(index, index + 600),
      );
      expect(
        places.some((place) => place.includes(words)),
        end,
      ).toBe(true);
    }
    const { entries } = resolvePolicy([left({ [name]: noteOf(name).example })]);
    expect(entries).toMatchObject([{ status: 'applied', remark: expect.stringContaining(words) }]);
  });
});

describe('A2: the administrative template', () => {
  const [admx, adml] = [file('.admx'), file('.adml')];

  it('has words for everything that it names, and no word that nothing names', () => {
    const asked = new Set(idsIn(admx, /\$\(string\.([^)]+)\)/g));
    expect(idsIn(adml, /<string id="([^"]+)"/g)).toEqual([...asked].sort());
    expect(idsIn(adml, /<presentation id="([^"]+)"/g)).toEqual(
      idsIn(admx, /\$\(presentation\.([^)]+)\)/g),
    );
    expect(idsIn(adml, /refId="([^"]+)"/g)).toEqual(
      idsIn(admx, /<(?:decimal|enum|text|list) id="([^"]+)"/g),
    );
  });

  it('names nothing twice', () => {
    const names = idsIn(admx, /<policy name="([^"]+)"/g);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(
      policyNames.length + policyNames.filter((name) => noteOf(name).recommendable).length,
    );
  });

  it('writes where the program reads', () => {
    const keys = new Set(idsIn(admx, / key="([^"]+)"/g));
    for (const key of keys)
      expect(key).toMatch(/^Software\\Policies\\Umbra\\Desktop(\\Recommended)?(\\\w+)?$/);
  });
});

describe('A2: the configuration profile', () => {
  it('carries managed preferences that the program understands', () => {
    const { PayloadContent } = plist.parse(file('.mobileconfig')) as {
      PayloadContent: Record<string, unknown>[];
    };
    const [payload = {}] = PayloadContent;
    expect(payload['PayloadType']).toBe('app.umbra.desktop');
    expect(resolvePolicy([left({ Telemetry: payload['Telemetry'] })]).obstacles).toEqual([]);
  });

  it('holds examples that become valid once their comment marks are taken away', () => {
    const whole = file('.mobileconfig')
      .replace(/<!-- [^\n]*\n/g, '')
      .replaceAll('-->', '');
    const { PayloadContent } = plist.parse(whole) as { PayloadContent: Record<string, unknown>[] };
    const values = Object.entries(PayloadContent[0] ?? {}).filter(([key]) => key in policies);
    expect(values).toHaveLength(policyNames.length);
    for (const [name, value] of values)
      expect(policies[name as keyof typeof policies].safeParse(value).success, name).toBe(true);
  });

  it('has a manifest with a form for each', () => {
    const { pfm_subkeys, pfm_domain } = plist.parse(file('.plist')) as {
      pfm_domain: string;
      pfm_subkeys: { pfm_name: string; pfm_type: string }[];
    };
    expect(pfm_domain).toBe('app.umbra.desktop');
    expect(pfm_subkeys.map(({ pfm_name }) => pfm_name)).toEqual(policyNames);
    expect(pfm_subkeys.every(({ pfm_type }) => pfm_type !== '')).toBe(true);
  });
});

describe('A2: the JSON Schema', () => {
  const accepts = new Ajv2020({ strict: false, formats: { uuid: true, uri: true } }).compile(
    policyJsonSchema(),
  );

  it.each(policyNames)('takes the example of %s, as the program does', (name) => {
    const { example } = noteOf(name);
    expect(policies[name].safeParse(example).success).toBe(true);
    expect(accepts({ [name]: example }), JSON.stringify(accepts.errors)).toBe(true);
  });

  it.each(policyNames)('refuses a value of the wrong kind for %s', (name) => {
    const wrong = kindOf(name).kind === 'boolean' ? 'yes' : true;
    expect(policies[name].safeParse(wrong).success).toBe(false);
    expect(accepts({ [name]: wrong })).toBe(false);
  });

  it('refuses a name that no policy has, so that an editor shows the typing error', () => {
    expect(accepts({ MaxLokaheadDays: 90 })).toBe(false);
  });
});
