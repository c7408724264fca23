/** Somebody as a roster file names them. */
export type RosterRow = {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly name: string;
  readonly email?: string;
  readonly login?: string;
  readonly externalId?: string;
  readonly group?: string;
};

export type FindingCode =
  | 'name-missing'
  | 'name-shortened'
  | 'email-shape'
  | 'login-shape'
  | 'id-long'
  | 'group-long'
  | 'groups-many'
  | 'row-twice'
  | 'role-unknown'
  | 'staff-left-out'
  | 'left-out'
  | 'cells-many'
  | 'user-missing'
  | 'is-formula'
  // Found when the row is held against who is known already.
  | 'ids-differ'
  | 'email-taken'
  | 'is-staff'
  | 'not-yours';

/** Something about one cell: what was found there; what was expected and how to mend it is said by the words. `bad`: the row is not taken over. */
export type Finding = {
  readonly row: number;
  /** As a spreadsheet says it: `C`; '' for the whole row. */
  readonly column: string;
  readonly code: FindingCode;
  readonly found: string;
  readonly isBad: boolean;
};

/** A roster file as it was understood. */
export type Roster = {
  readonly kind: 'csv' | 'oneroster';
  readonly encoding: string;
  readonly rows: readonly RosterRow[];
  readonly findings: readonly Finding[];
  /** Columns that are not taken over. */
  readonly unknown: readonly string[];
};
