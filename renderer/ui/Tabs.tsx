import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export interface TabEntry<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Beside the label: `7/9`, `14`. */
  readonly count?: string;
  readonly content: ReactNode;
}
export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabEntry<T>[];
  readonly selected: T;
  readonly onSelect: (tab: T) => void;
}

/** One thing seen from a few sides. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect }: TabsProps<T>) {
  return (
    <AriaTabs
      className="tg-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find(({ id }) => id === key);
        if (tab) onSelect(tab.id);
      }}
    >
      <TabList aria-label={label} className="tg-tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tg-tab">
            {tab.label}
            {tab.count !== undefined && <span className="tg-tab-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tg-tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
