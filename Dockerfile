# The Functions host with the app, as Container Apps runs it. Debian's tools open what the site's own process does not: videos, HEIC, drawings.
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0.100
ARG HOST=mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0

FROM ${SDK} AS build
WORKDIR /src
COPY Directory.* BannedSymbols.txt .editorconfig global.json host.json ./
COPY Domain/Domain.csproj Domain/packages.lock.json Domain/
COPY Functions/Functions.csproj Functions/packages.lock.json Functions/
RUN dotnet restore Functions --locked-mode --runtime linux-x64 -p:PublishReadyToRun=true
COPY Domain Domain
COPY Functions Functions
RUN dotnet publish Functions --configuration Release --no-restore --runtime linux-x64 --no-self-contained --output /app

FROM ${HOST}
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ffmpeg libheif-examples librsvg2-bin \
 && rm -rf /var/lib/apt/lists/* \
 && command -v ffmpeg && command -v ffprobe && command -v heif-convert && command -v rsvg-convert && command -v prlimit && command -v setpriv
# As ./news does: 16 MB of garbage at most before it is collected, where .NET would go by the processor's cache.
ENV AzureWebJobsScriptRoot=/home/site/wwwroot \
    DOTNET_GCgen0size=1000000
COPY --from=build /app /home/site/wwwroot
