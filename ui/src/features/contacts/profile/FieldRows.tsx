// Fields of one section, each edited in place: those that hold something are shown, the others can be added.
import { useState } from 'react';
import { InPlace } from './InPlace';
import { Row, Section } from './Section';
import type { EditContact } from './useEditContact';

type FieldOfRow = {
  code: string;
  label: string;
  value: string;
  /** The value as it is shown, where it is not the value itself. */
  shown?: string;
  ltr?: boolean;
  hint?: string;
  /** Shown even while it is empty. */
  always?: boolean;
};

type FieldRowsProps = { title: string; fields: FieldOfRow[]; onEdit: EditContact };

export function FieldRows({ title, fields, onEdit }: FieldRowsProps) {
  const [added, setAdded] = useState<string | null>(null);
  const shown = fields.filter(({ code, value, always }) => value || always || code === added);
  const addable = fields.filter((field) => !shown.includes(field));
  if (fields.length === 0) return null;
  return (
    <Section title={title} addable={addable} onAdd={setAdded}>
      {shown.map((field) => (
        <Row key={field.code} name={field.label}>
          <InPlace
            key={field.code === added ? 'adding' : 'shown'}
            label={field.label}
            value={field.value}
            ltr={field.ltr}
            hint={field.hint}
            startsOpen={field.code === added}
            onClose={() => setAdded(null)}
            onSave={(value) => onEdit({ kind: 'set', field: field.code, value })}
          >
            {field.shown && <bdi>{field.shown}</bdi>}
          </InPlace>
        </Row>
      ))}
    </Section>
  );
}
