import tseslint from 'typescript-eslint';

/** Ambient time, chance and network: below the roots they come through ports. */
const ambient = [
  { name: 'fetch', message: 'Take the Fetch port.' },
  { name: 'setTimeout', message: 'Take the Clock port.' },
  { name: 'setInterval', message: 'Take the Clock port.' },
  { name: 'console', message: 'Only the command and the shell speak to people.' },
  { name: 'process', message: 'Only roots read the environment.' },
];
const ambientCalls = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the Clock port.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the Clock port.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take the Random port.',
  },
];

export default tseslint.config(
  {
    // The recorder runs inside Electron, before anything that could strip types.
    ignores: ['dist/', 'node_modules/', 'coverage/', 'test/.cache/', 'test/e2e/recorder.cjs'],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['shared/**/*.ts', 'electron/{sync,providers,store,accounts,ports}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...ambient],
      'no-restricted-syntax': ['error', ...ambientCalls],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  { files: ['*.config.ts', '*.js', '*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
