/** The 88 zones of NetSuite's Time Zone preference, in the order of `format.Timezone` (section_4407050795). */
export const netSuiteTimeZones: readonly string[] = (
  'Etc/GMT+12 Pacific/Samoa Pacific/Honolulu America/Anchorage America/Los_Angeles America/Tijuana ' +
  'America/Denver America/Phoenix America/Chihuahua America/Hermosillo America/Chicago America/Regina ' +
  'America/Guatemala America/Mexico_City America/New_York US/East-Indiana America/Bogota ' +
  'America/Caracas America/Halifax America/La_Paz America/Manaus America/Santiago America/St_Johns ' +
  'America/Sao_Paulo America/Buenos_Aires Etc/GMT+3 America/Godthab America/Montevideo America/Noronha ' +
  'Etc/GMT+1 Atlantic/Azores Europe/London GMT Atlantic/Reykjavik Europe/Warsaw Europe/Paris Etc/GMT-1 ' +
  'Europe/Amsterdam Europe/Budapest Africa/Cairo Europe/Istanbul Asia/Jerusalem Asia/Amman Asia/Beirut ' +
  'Africa/Johannesburg Europe/Kiev Europe/Minsk Africa/Windhoek Asia/Riyadh Europe/Moscow Asia/Baghdad ' +
  'Africa/Nairobi Asia/Tehran Asia/Muscat Asia/Baku Asia/Yerevan Etc/GMT-3 Asia/Kabul Asia/Karachi ' +
  'Asia/Yekaterinburg Asia/Tashkent Asia/Calcutta Asia/Katmandu Asia/Almaty Asia/Dhaka Asia/Rangoon ' +
  'Asia/Bangkok Asia/Krasnoyarsk Asia/Hong_Kong Asia/Kuala_Lumpur Asia/Taipei Australia/Perth ' +
  'Asia/Irkutsk Asia/Manila Asia/Seoul Asia/Tokyo Asia/Yakutsk Australia/Darwin Australia/Adelaide ' +
  'Australia/Sydney Australia/Brisbane Australia/Hobart Pacific/Guam Pacific/Guadalcanal ' +
  'Asia/Vladivostok Pacific/Kwajalein Pacific/Auckland Pacific/Tongatapu'
).split(' ');
