import { CalendarSync, Grid3x3, List, Plus, Redo2, Undo2 } from 'lucide-react';
import { useEffect, type JSX } from 'react';
import { createRulesStore } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { useLocks } from '../state/locks.ts';
import { go, useRoute } from '../state/route.ts';
import { useShortcuts } from '../state/shortcuts.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Screen } from '../ui/screen.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { createDrafts } from './drafts-store.ts';
import { FileMenu } from './file-menu.tsx';
import { Matrix } from './matrix.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleListPane } from './rule-list-pane.tsx';
import { SaveBar } from './save-bar.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import styles from './rules.module.css';

const views = [
  { value: 'list', label: 'Rules' },
  { value: 'matrix', label: 'Matrix' },
] as const;

/** All rules: as a list with an editor and its preview, or as the matrix of who sees what of whom. */
export default function RulesScreen(): JSX.Element {
  const { params } = useRoute();
  const view = params['view'] === 'matrix' ? 'matrix' : 'list';
  const [adding, setAdding] = useAsked('new');
  const { ownRules: locked } = useLocks();
  useLinkedRule(params['rule']);
  const remote = useFeature(createRulesStore, (state) => state);
  const none = useFeature(createDrafts, (state) => state.history.present.length === 0);
  useRuleKeys(() => setAdding(true));
  return (
    <Screen
      title="Rules"
      note={<span className={styles.headNote}>{locked ?? note(view)}</span>}
      bare
      actions={<HeadActions view={view} onAdd={() => setAdding(true)} />}
    >
      <div className={styles.screen}>
        {remote.problem === null ? null : (
          <div className={styles.trouble}>
            <ErrorNote
              problem={remote.problem}
              mend={{ words: 'Try again', run: () => void remote.reload(), busy: remote.loading }}
            />
          </div>
        )}
        {view === 'matrix' ? (
          <Matrix />
        ) : none && remote.value !== null ? (
          <EmptyState
            icon={<CalendarSync size={22} />}
            title="No rules yet"
            actions={
              <Button look="primary" disabled={locked !== null} onClick={() => setAdding(true)}>
                Choose a template
              </Button>
            }
          >
            A rule says which calendars block which others, and how much they show. Nothing is
            written before you have seen what it would do.
          </EmptyState>
        ) : (
          <div className={styles.columns}>
            <RuleListPane />
            <RuleEditor />
            <PreviewPane />
          </div>
        )}
        <SaveBar />
      </div>
      <TemplateDialog open={adding && locked === null} onClose={() => setAdding(false)} />
    </Screen>
  );
}

function useRuleKeys(add: () => void): void {
  const undo = useFeature(createDrafts, (state) => state.undo);
  const redo = useFeature(createDrafts, (state) => state.redo);
  const { ownRules } = useLocks();
  useShortcuts([
    { keys: 'mod+z', words: 'Undo the last edit', group: 'Rules', run: undo },
    { keys: 'mod+shift+z', words: 'Do it again', group: 'Rules', run: redo },
    ...(ownRules === null
      ? [{ keys: 'n', words: 'New rule', group: 'Rules', run: add } as const]
      : []),
  ]);
}

/** A link may name the rule to open. */
function useLinkedRule(id: string | undefined): void {
  const focusOn = useFeature(createDrafts, (state) => state.focusOn);
  useEffect(() => {
    if (id !== undefined) focusOn(id);
  }, [id, focusOn]);
}

interface HeadActionsProps {
  readonly view: 'list' | 'matrix';
  readonly onAdd: () => void;
}

function HeadActions({ view, onAdd }: HeadActionsProps): JSX.Element {
  const { history, undo, redo } = useFeature(createDrafts, (state) => state);
  const { ownRules } = useLocks();
  return (
    <>
      <Segmented
        label="How to show the rules"
        value={view}
        choices={views}
        onChange={(next) => go('rules', next === 'matrix' ? { view: next } : {})}
      />
      <IconButton
        label="Undo"
        keys="mod+z"
        icon={<Undo2 size={16} />}
        disabled={history.past.length === 0}
        onClick={undo}
      />
      <IconButton
        label="Redo"
        keys="mod+shift+z"
        icon={<Redo2 size={16} />}
        disabled={history.future.length === 0}
        onClick={redo}
      />
      <FileMenu />
      <Button look="primary" icon={<Plus size={14} />} disabled={ownRules !== null} onClick={onAdd}>
        New rule
      </Button>
    </>
  );
}

function note(view: 'list' | 'matrix'): JSX.Element {
  return view === 'matrix' ? (
    <>
      <Grid3x3 size={14} aria-hidden="true" /> Rows show themselves on columns
    </>
  ) : (
    <>
      <List size={14} aria-hidden="true" /> The rule that shows most wins; among equals the upper
      one
    </>
  );
}
