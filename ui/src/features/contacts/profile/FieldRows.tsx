// Fields of one section, each edited in place: those that hold something are shown, the others can be added.
import { useState } from 'react';
import { InPlace } from './InPlace';
import { Row, Section } from './Section';
import type { EditRecord } from './useEditContact';

type FieldOfRow = {
  code: string;
  label: string;
  value: string;
  /** Shown even while it is empty. */
  always?: boolean;
};

type FieldRowsProps = { title: string; fields: FieldOfRow[]; onEdit: EditRecord };

export function FieldRows({ title, fields, onEdit }: FieldRowsProps) {
  const [added, setAdded] = useState<string | null>(null);
  const shown = fields.filter(({ code, value, always }) => value || always || code === added);
  const addable = fields.filter((field) => !shown.includes(field));
  if (fields.length === 0) return null;
  return (
    <Section title={title} addable={addable} onAdd={setAdded}>
      {shown.map(({ code, label, value }) => (
        <Row key={code} name={label}>
          <InPlace
            key={code === added ? 'adding' : 'shown'}
            label={label}
            value={value}
            startsOpen={code === added}
            onClose={() => setAdded(null)}
            onSave={(text) => onEdit({ kind: 'set', field: code, value: text }, value)}
          />
        </Row>
      ))}
    </Section>
  );
}
