/**
 * A list of tabs. Arrow keys move between them and Enter chooses, because choosing asks a CRM
 * (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/examples/tabs-manual/).
 */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: ComponentChildren;
}

interface TabsProps<Key extends string> {
  /** Accessible name. */
  readonly name: string;
  /** Prefix of the ids of tabs; the panel's id is `<id>-panel`. */
  readonly id: string;
  readonly tabs: readonly Tab<Key>[];
  readonly selected: string;
  readonly onSelect: (key: Key) => void;
}

const targetOf = (key: string, index: number, count: number): number | undefined => {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
};

export const Tabs = <Key extends string>({ name, id, tabs, selected, onSelect }: TabsProps<Key>) => {
  const move = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
    const index = buttons.findIndex((button) => button === document.activeElement);
    const target = targetOf(event.key, index, buttons.length);
    if (target === undefined) return;
    event.preventDefault();
    buttons[target]?.focus();
  };
  return (
    <div role="tablist" aria-label={name} class={`tabs ${id}-tabs`} onKeyDown={move}>
      {tabs.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`${id}-${key}`}
          aria-selected={key === selected}
          aria-controls={`${id}-panel`}
          tabIndex={key === selected ? 0 : -1}
          onClick={() => {
            onSelect(key);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
};
