// A small office: names in several scripts, phones in several forms, one row that can't be reached.
import { writeFileSync } from 'node:fs';

const HEADER = ['First name', 'Last name', 'Company', 'E-mail', 'Mobile', 'City', 'Birthday', 'Shelf'];
export const PEOPLE = [
  ['Noa', 'Levi', 'Blue Harbour', 'noa@blueharbour.example', '050-123-4567', 'Haifa', '1991-02-02', '3'],
  ['נועה', 'כהן', 'אור ירוק', 'noa.cohen@or.example', '054-765-4321', 'תל אביב', '1986-07-19', '4'],
  ['Łukasz', 'Kowalski', 'Kanzlei Weiß', 'lukasz@weiss.example', '+48 512 345 678', 'Łódź', '1972-10-11', '5'],
  ['陳', '美玲', 'Harbour Imports', 'meiling@harbour.example', '+852 5123 4567', '香港', '1980-03-07', '6'],
  ['Renée', 'de la Cruz', '=1+1', 'renee@emeraude.example', '+33 6 12 34 56 78', 'Paris', '1984-05-06', '7'],
  ['Nobody', 'Reachable', 'Nowhere', '', '', 'Nowhere', '', ''],
];

export const asText = (rows, delimiter) => [HEADER, ...rows].map((row) => row.join(delimiter)).join('\n');

/** Writes the office as csv; every row but the last becomes a contact. */
export function writePeople(path, rows = PEOPLE) {
  writeFileSync(path, `${asText(rows, ',')}\n`);
  return path;
}
