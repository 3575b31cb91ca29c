import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const layer = (...types) => ({ element: { type: types } });
const sameFeature = { element: { type: 'feature', captured: { feature: '{{ from.element.captured.feature }}' } } };
const faceOfFeature = { element: { type: 'feature', fileInternalPath: 'index.ts' } };

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'public', 'e2e', '*.config.*'] },
  ...tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // To take a property out of an object is to name it.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text becomes elements, never markup: see features/message/model/markdown.',
        },
        {
          selector: "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]",
          message: 'Text becomes elements, never markup.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { alwaysTryTypes: true } },
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
      'boundaries/elements': [
        { type: 'app', pattern: 'src/app' },
        { type: 'feature', pattern: 'src/features/*', capture: ['feature'] },
        { type: 'gateway', pattern: 'src/gateway' },
        { type: 'shared', pattern: 'src/shared' },
      ],
    },
    rules: {
      // A file that belongs nowhere would be under no rule.
      'boundaries/no-unknown-files': 'error',
      // shared → gateway → features → app; a feature never knows another, app puts them together by their index.
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            { from: layer('shared'), allow: { to: layer('shared') } },
            { from: layer('gateway'), allow: { to: layer('gateway', 'shared') } },
            { from: layer('feature'), allow: { to: layer('gateway', 'shared') } },
            { from: layer('feature'), allow: { to: sameFeature } },
            { from: layer('app'), allow: { to: layer('app', 'gateway', 'shared') } },
            { from: layer('app'), allow: { to: faceOfFeature } },
          ],
        },
      ],
    },
  },
);
