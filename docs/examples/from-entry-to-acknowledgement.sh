#!/usr/bin/env bash
# Plays an invented case with the command `referral`, from its entry in Thailand to the acknowledgement in Laos.
# Usage: ./from-entry-to-acknowledgement.sh TH-GATEWAY LA-GATEWAY ISSUER SECRET-FILE
# With `./referral up`: ... 127.0.0.1:5102 127.0.0.1:5101 http://127.0.0.1:5301/ demo.secret
# REFERRAL is the command to call; default: referral
set -euo pipefail

there="$1" here="$2" issuer="$3" secret="$4"
referral="${REFERRAL:-referral}"

# Each officer signs in once; --as keeps the sign-ins of one person apart. A real desk has a person for each.
sign_in() { $referral login --address "$1" --issuer "$issuer" --as "$2" --client-id "$2" --secret-file "$secret"; }
th() { $referral "${@:2}" --address "$there" --as "demo.$1"; }
la() { $referral "${@:2}" --address "$here" --as "demo.$1"; }
# The one field of an answer that a script needs; jq does the same.
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

# Asks again until the answer holds something; a letter takes a second or two.
wait_for() { for _ in {1..60}; do "${@:2}" | grep -q "$1" && return; done; echo "Never came: $1" >&2; exit 1; }

for one in th-welfare.cm.1 th-police.id.1 th-home.do.1 th-home.ds.2; do sign_in "$there" "demo.$one"; done
for one in la-home.do.1; do sign_in "$here" "demo.$one"; done

case="$(th th-welfare.cm.1 case new LA --on 2025-07-03 --entry RESCUE --urgency ROUTINE \
  --our-number PRACTICE-C1 --output json | field name)"
echo "Case: $case"

# Names go by input, not on a line that others on this machine may read.
th th-welfare.cm.1 case edit "$case" --file - <<'PERSON'
{"person": {"sex": "F", "nationality_claimed": ["LA"],
  "name": {"as_written": "นางสาวบัววัน สีสวัสดิ์", "script": "Thai", "title": "นางสาว", "family": "สีสวัสดิ์",
    "given": "บัววัน", "order": "NAME_ORDER_GIVEN_FAMILY"},
  "birth": {"basis": "documented", "date": {"as_written": "17 สิงหาคม 2547", "calendar": "CALENDAR_SYSTEM_BUDDHIST",
    "value": "2004-08-17", "precision": "DATE_PRECISION_DAY"}}}}
PERSON
th th-welfare.cm.1 case edit "$case" \
  'person.languages=[{"code": "lao", "level": "native"}, {"code": "tha", "level": "some"}]'
th th-welfare.cm.1 case edit "$case" --file - <<'PLACE'
{"origin_family": {"place_of_origin": {"as_written": "บ้านตัวอย่าง เมืองไชพูทอง แขวงสะหวันนะเขต",
  "own_language": "ບ້ານຕົວຢ່າງ, ເມືອງໄຊພູທອງ, ສະຫວັນນະເຂດ"}}}
PLACE
th th-welfare.cm.1 case edit "$case" facts.acts=RECRUIT,TRANSPORT,RECEIVE facts.means=DECEPTION,DEBT_BONDAGE \
  facts.purposes=FORCED_LABOUR facts.sector=FACTORY facts.relationship_to_trafficker=NEIGHBOUR
th th-police.id.1 case edit "$case" identification.body=TH-POLICE identification.date=2025-07-15 \
  identification.indicators=DR1,CR3,EX2
th th-welfare.cm.1 case event "$case" ScreeningDone --on 2025-07-04
th th-police.id.1 case event "$case" IdentifiedAsVictim --on 2025-07-15
th th-welfare.cm.1 case event "$case" RightsExplained --on 2025-07-17
th th-welfare.cm.1 case consent "$case" given NOTIFY_ORIGIN SHARE_IDENTITY CONTACT_FAMILY --on 2025-07-18 \
  --explained-in lao --interpreter PRACTICE-INTERPRETER

# One officer prepares, another releases.
draft="$(th th-home.do.1 case send "$case" M01 M05 --output json | field revision)"
number="$(th th-home.ds.2 case release "$case" --draft "$draft" --on 2025-07-21 --output json | field referral)"
echo "Referral: $number"

# The desk in Vientiane is told, and acknowledges.
wait_for "$number" la la-home.do.1 tray --all --output csv
la la-home.do.1 case show "$number" --language lo
la la-home.do.1 case acknowledge "$number" --on 2025-07-22 --our-number PRACTICE-LA

# Bangkok sees it.
wait_for '^M02 ' th th-home.do.1 status "$number" --output csv
th th-home.do.1 status "$number"
th th-home.do.1 watch --from 2025-01-01 --count 3
