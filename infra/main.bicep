// The whole site on Azure but the subscription to uploads (events.bicep). ./news deploy runs it; docs/operations.md tells the rest.
targetScope = 'resourceGroup'

@description('Short name of the site; every resource is named after it.')
@minLength(3)
@maxLength(11)
param name string

param location string = resourceGroup().location

@description('The app\'s image with its tag. Without one the Functions host starts with no functions, until the first image is pushed.')
param image string = 'mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0'

@description('What preview links are signed with, 32 characters or more; empty keeps the one in the vault.')
@secure()
param previewSecret string = newGuid()

@description('The site\'s public address; empty for the one that Front Door gives.')
param siteUrl string = ''

param siteName string = 'News'
param siteLang string = 'vi'

@description('Who is told of alerts; empty for nobody.')
param alertEmail string = ''

@description('Of one instance. At least one always runs: the timers need it.')
param size { cpu: string, memory: string, minReplicas: int, maxReplicas: int, cacheMegabytes: int } = {
  cpu: '1.0'
  memory: '2Gi'
  minReplicas: 1
  maxReplicas: 3
  cacheMegabytes: 96
}

@allowed(['serverless', 'autoscale'])
param cosmosMode string = 'serverless'

@description('Most request units a second with autoscale.')
param cosmosMaxThroughput int = 1000

@allowed(['Continuous7Days', 'Continuous30Days'])
param cosmosBackup string = 'Continuous7Days'

@description('Copies of articles and files in three zones; Cosmos DB only with autoscale.')
param zoneRedundant bool = false

@allowed(['Standard_AzureFrontDoor', 'Premium_AzureFrontDoor'])
param doorSku string = 'Standard_AzureFrontDoor'

@description('Views that one address may report a minute.')
param viewsPerMinute int = 120

param logRetentionDays int = 30
param logDailyGigabytes int = 1

var database = 'news'
var container = 'documents'
// Names that more than one module needs: known before anything is made, so that a what-if can tell what would happen.
var registryName = '${name}${uniqueString(resourceGroup().id)}'
var insightsName = '${name}-insights'
var profileName = '${name}-door'
var url = empty(siteUrl) ? 'https://${door.outputs.hostName}' : siteUrl

module registry 'registry.bicep' = {
  name: 'registry'
  params: { name: name, location: location }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    retentionDays: logRetentionDays
    dailyGigabytes: logDailyGigabytes
    insightsName: insightsName
  }
}

module door 'modules/door.bicep' = {
  name: 'door'
  params: { name: name, profileName: profileName, workspaceId: monitoring.outputs.workspaceId, sku: doorSku }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    mode: cosmosMode
    maxThroughput: cosmosMaxThroughput
    zoneRedundant: zoneRedundant && cosmosMode == 'autoscale'
    backupTier: cosmosBackup
    databaseName: database
    containerName: container
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    sku: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
    siteUrl: url
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: name
    location: location
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    previewSecret: previewSecret
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    image: image
    registryName: registryName
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    principalId: identity.outputs.principalId
    size: size
    site: { url: url, name: siteName, lang: siteLang }
    cosmos: { endpoint: cosmos.outputs.endpoint, database: database, container: container }
    vault: { uri: vault.outputs.uri, previewSecretUri: vault.outputs.previewSecretUri }
    storageAccountName: storage.outputs.name
    insightsName: insightsName
    frontDoorId: door.outputs.frontDoorId
  }
  dependsOn: [registry]
}

module routes 'modules/routes.bicep' = {
  name: 'routes'
  params: {
    name: name
    profileName: profileName
    appHost: app.outputs.host
    blobHost: storage.outputs.blobHost
    sku: doorSku
    viewsPerMinute: viewsPerMinute
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    doorId: door.outputs.profileId
    cosmosId: cosmos.outputs.id
    email: alertEmail
  }
}

output siteUrl string = url
output appName string = app.outputs.name
output appHost string = app.outputs.host
output vaultName string = vault.outputs.name
output storageAccountName string = storage.outputs.name
output workspaceId string = monitoring.outputs.workspaceId
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server
