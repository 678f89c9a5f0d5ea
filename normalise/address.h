/* address.h: forms of address before names, as parts of regular expressions. */

#pragma once

/* clang-format off */
#define COUNCILLOR                                                                       \
  "(?:(?:county borough |county |town |borough |district |parish |city |cty\\.? )?(?:counc[il1]{1,2}l?ors?|cllrs?|clrs?|"           \
  "ald(?:erman|erwoman|\\.))\\.?|(?:y )?(?:cynghorwyr|cynghorydd|cyng\\b)\\.?)"

#define MISTER "(?:mr|mrs|ms|miss|mx|messrs|mr and mrs)\\.?"
/* clang-format on */
