/** Who recruiters talk to. Names and addresses are made up; their scripts are many. */

/** Id, first name, last name, e-mail, phone. */
export type PersonRow = readonly [number, string, string, string, string];

export const candidates: readonly PersonRow[] = [
  [501, 'Olivia', 'Hart', 'olivia.hart@mail.example', '+1 415 555 0101'],
  [502, 'Søren', 'Østergård', 'soeren@mail.example', '+45 55 50 10 02'],
  [503, '美咲', '田中', 'misaki.tanaka@mail.example', '+81 3 5550 1003'],
  [504, 'ليلى', 'حداد', 'layla.haddad@mail.example', '+971 4 555 0104'],
  [505, 'Дмитрий', 'Орлов', 'd.orlov@mail.example', '+49 30 555 0105'],
  [506, 'Anaïs', 'Lefèvre', 'anais.lefevre@mail.example', '+33 1 55 50 01 06'],
  [507, 'Conor', "O'Brien", 'conor.obrien@mail.example', '+353 1 555 0107'],
  [508, 'José María', 'Núñez', 'jm.nunez@mail.example', '+34 91 555 0108'],
  [509, '지우', '김', 'jiwoo.kim@mail.example', '+82 2 555 0109'],
  [510, 'Ananya', 'अय्यर', 'ananya.iyer@mail.example', '+91 80 5550 0110'],
  [511, 'Zoë', 'Müller-Lüdenscheidt', 'zoe@mail.example', '+49 40 555 0111'],
  [512, 'Tyrone', 'Banks', 'tyrone.banks@mail.example', '+1 212 555 0112'],
  [513, 'Łukasz', 'Wiśniewski', 'lukasz.w@mail.example', '+48 22 555 0113'],
  [514, 'Nguyễn', 'Thị Hoa', 'hoa.nguyen@mail.example', '+84 28 5550 0114'],
  [515, 'נועה', 'כהן', 'noa.cohen@mail.example', '+972 3 555 0115'],
];

export const clientContacts: readonly PersonRow[] = [
  [601, 'Grace', 'Ellison', 'grace@harborfreightlines.example', '+1 310 555 0201'],
  [602, 'Matteo', 'Ricci', 'm.ricci@velacalzature.example', '+39 02 555 0202'],
  [603, 'Ifeoma', 'Nwosu', 'ifeoma@lagoonhealth.example', '+44 20 5550 0203'],
  [604, 'Henrik', 'Sjöberg', 'henrik@nordljus.example', '+46 8 555 0204'],
  [605, '伟', '陈', 'wei.chen@brightlogistics.example', '+86 21 5550 0205'],
  [606, 'Amelia', 'Foster-Jones', 'amelia@kestrelbank.example', '+44 161 555 0206'],
  [607, 'Rafael', 'Guimarães', 'rafael@pontedados.example', '+351 21 555 0207'],
  [608, 'Елена', 'Петрова', 'elena@severstroy.example', '+359 2 555 0208'],
  [609, 'Marcus', 'Doyle', 'marcus@harborfreightlines.example', '+1 310 555 0209'],
  [610, 'Yasmin', 'El-Amin', 'yasmin@lagoonhealth.example', '+44 20 5550 0210'],
];

export const leads: readonly PersonRow[] = [
  [701, 'Peter', 'Novák', 'peter@skybridge.example', '+420 2 555 0301'],
  [702, 'Αθηνά', 'Παππά', 'athina@aegeanfoods.example', '+30 21 0555 0302'],
  [703, 'Samuel', 'Boateng', 'sam@accracode.example', '+233 30 555 0303'],
  [704, 'さくら', '伊藤', 'sakura@hanabi.example', '+81 6 5550 0304'],
  [705, 'Brooke', 'Lawson', 'brooke@mesasolar.example', '+1 602 555 0305'],
];

/** Of the leads, in their order. */
export const leadCompanies = ['Skybridge', 'Aegean Foods', 'Accra Code', 'Hanabi', 'Mesa Solar'] as const;
