/** Rows of the table as the EU writes it, of facts in the test's own words. */
export function rowsOf(header: string, rows: readonly Readonly<Record<string, string>>[]): string {
  const names = header.trim().split(';')
  return `\uFEFF${header.trim()}\n${rows.map((row) => names.map((name) => row[name] ?? '').join(';')).join('\n')}\n`
}

export const ENTITY = {
  fileGenerationDate: '05/08/2026',
  Entity_LogicalId: '514',
  Entity_EU_ReferenceNumber: 'EU.367.96',
  Entity_DesignationDate: '17/10/2001',
  Entity_SubjectType: 'P',
  Entity_SubjectType_ClassificationCode: 'person',
  Entity_Regulation_Type: 'amendment',
  Entity_Regulation_PublicationDate: '13/02/2023',
  Entity_Regulation_NumberTitle: '2023/329 (OJ L43I)',
  Entity_Regulation_Programme: 'TAQA',
}
