#!/usr/bin/env bash
# ./news deploy: from a logged-in subscription to a running site.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

help() {
  cat <<'TEXT'
Usage: ./news deploy --name NAME [--size small|large] [--resource-group GROUP] [--location REGION]
                     [--site-url URL] [--site-name TEXT] [--site-lang TAG] [--email ADDRESS] [--what-if] [--events-only]

Makes or updates the site in the Azure subscription that az is logged in to: checks what it needs, builds the image in the site's own
registry, deploys infra/, waits until the site answers, then has uploads reported to it. It can be run again at any time.

  --name NAME             short name of the site, 3 to 11 small letters and digits; every resource is named after it
  --size small|large      infra/small.bicepparam or infra/large.bicepparam (small)
  --resource-group GROUP  the resource group (NAME)
  --location REGION       where a group that is not there yet is made (southeastasia)
  --site-url URL          the site's own address, once its domain points to Front Door
  --site-name TEXT        the publisher's name (News)
  --site-lang TAG         the language of articles that name none (vi)
  --email ADDRESS         who is told of alerts (nobody)
  --what-if               tell what would change, and change nothing
  --events-only           only the last step

Needs az, logged in, with Bicep; curl, git and openssl. No Docker: Azure builds the image.
TEXT
}

fail() { echo "news deploy: $*" >&2; exit "${code:-1}"; }
usage() { code=2 fail "$*. See ./news deploy --help"; }
say() { echo "$*"; }

read_options() {
  name='' size=small group='' location=southeastasia what_if=false events_only=false
  while [ $# -gt 0 ]; do
    case "$1" in
      --what-if) what_if=true ;;
      --events-only) events_only=true ;;
      --name | --size | --resource-group | --location | --site-url | --site-name | --site-lang | --email)
        [ -n "${2:-}" ] || usage "$1 needs a value"
        set_option "$1" "$2"
        shift
        ;;
      *) usage "unknown option '$1'" ;;
    esac
    shift
  done
  [[ "$name" =~ ^[a-z][a-z0-9]{2,10}$ ]] || usage "--name must be 3 to 11 small letters and digits, a letter first"
  [ -f "infra/$size.bicepparam" ] || usage "--size must be small or large"
  group=${group:-$name}
  export NEWS_NAME=$name
}

set_option() {
  case "$1" in
    --name) name=$2 ;;
    --size) size=$2 ;;
    --resource-group) group=$2 ;;
    --location) location=$2 ;;
    --site-url) export NEWS_SITE_URL=$2 ;;
    --site-name) export NEWS_SITE_NAME=$2 ;;
    --site-lang) export NEWS_SITE_LANG=$2 ;;
    --email) export NEWS_ALERT_EMAIL=$2 ;;
  esac
}

# All that is missing at once, each with what to do about it.
check() {
  local missing=() tool
  for tool in curl git openssl; do
    command -v "$tool" >/dev/null || missing+=("$tool is not installed (Debian: apt-get install $tool)")
  done
  if ! command -v az >/dev/null; then
    missing+=("az, the Azure CLI, is not installed: https://aka.ms/install-azure-cli")
  else
    az bicep version >/dev/null 2>&1 || missing+=("Bicep is not installed: az bicep install")
    az account show >/dev/null 2>&1 || missing+=("az is not logged in: az login, then az account set --subscription NAME")
  fi
  [ ${#missing[@]} -eq 0 ] && return
  echo "news deploy: this is missing:" >&2
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
}

# One value of a deployment's outputs; azd hands those of its own on as variables.
output() {
  if $events_only && [ -n "${!2:-}" ]; then echo "${!2}"; return; fi
  az deployment group show --resource-group "$group" --name "$1" --query "properties.outputs.$2.value" --output tsv
}

# The secret that preview links are signed with is made once; afterwards the vault keeps it.
name_preview_secret() {
  local vault
  export NEWS_PREVIEW_SECRET=''
  vault=$(az keyvault list --resource-group "$group" --query '[0].id' --output tsv)
  if [ -z "$vault" ] || ! az resource show --ids "$vault/secrets/preview-secret" >/dev/null 2>&1; then
    NEWS_PREVIEW_SECRET=$(openssl rand -hex 32)
  fi
}

what_if() {
  [ "$(az group exists --name "$group")" = true ] ||
    fail "there is no resource group $group yet, so everything would be new. To see it in detail: az group create --name $group --location $location"
  name_preview_secret
  az deployment group what-if --resource-group "$group" --name site --template-file infra/main.bicep --parameters "infra/$size.bicepparam"
}

build_image() {
  local registry tag
  say "Registry ..."
  az deployment group create --resource-group "$group" --name registry --template-file infra/registry.bicep --parameters name="$name" --output none
  registry=$(output registry name)
  tag=$(git rev-parse --short=12 HEAD 2>/dev/null || echo none)-$(date -u +%Y%m%d%H%M%S)
  say "Image news:$tag, built in $registry ..."
  az acr build --registry "$registry" --image "news:$tag" --file Dockerfile --only-show-errors . >/dev/null
  NEWS_IMAGE=$(output registry server)/news:$tag
  export NEWS_IMAGE
}

deploy_site() {
  name_preview_secret
  say "Site (the first time takes some ten minutes) ..."
  az deployment group create --resource-group "$group" --name site --template-file infra/main.bicep --parameters "infra/$size.bicepparam" --output none
}

wait_for_site() {
  local url tries=${NEWS_DEPLOY_TRIES:-120}
  url=$(output site siteUrl)
  say "Waiting for $url ..."
  until curl --silent --fail --max-time 10 --output /dev/null "$url/health/live"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "$url does not answer. Its log: az containerapp logs show --name $(output site appName) --resource-group $group"
    sleep "${NEWS_DEPLOY_PAUSE:-5}"
  done
}

subscribe() {
  say "Events of uploads ..."
  az deployment group create --resource-group "$group" --name events --template-file infra/events.bicep --output none --parameters \
    storageAccountName="$(output site storageAccountName)" vaultName="$(output site vaultName)" \
    appHost="$(output site appHost)" workspaceId="$(output site workspaceId)"
}

tell() {
  cat <<TEXT
The site is $(output site siteUrl)
The newsroom's key: az keyvault secret show --vault-name $(output site vaultName) --name host--functionKey--default --query value --output tsv
(who may read it needs the role Key Vault Secrets User on the vault)
TEXT
}

case " $* " in *" --help "* | *" -h "*) help; exit ;; esac
read_options "$@"
check
if $what_if; then
  what_if
  exit
fi
if ! $events_only; then
  az group create --name "$group" --location "$location" --output none
  build_image
  deploy_site
fi
wait_for_site
subscribe
tell
