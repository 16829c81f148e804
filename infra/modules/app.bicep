// The Functions host and the app, on Container Apps.
param name string
param location string
param workspaceId string

@description('The image, with its registry and tag.')
param image string

@description('The registry the identity pulls from; nothing where the image is anybody\'s to pull.')
param registryName string

param identityId string
param clientId string
param principalId string

param size { cpu: string, memory: string, minReplicas: int, maxReplicas: int, cacheMegabytes: int }
param site { url: string, name: string, lang: string }
param cosmos { endpoint: string, database: string, container: string }
param vault { uri: string, previewSecretUri: string }
param storageAccountName string
param insightsName string
param frontDoorId string

var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var previewSecret = 'preview-secret'
var port = 80

// Every setting of Functions/Settings.cs that has a meaning on Azure; a test holds the two together.
var settings = {
  Cosmos__Endpoint: cosmos.endpoint
  Cosmos__Database: cosmos.database
  Cosmos__Container: cosmos.container
  AzureWebJobsStorage__accountName: storageAccountName
  Cache__Megabytes: string(size.cacheMegabytes)
  Site__BaseUrl: site.url
  Site__Name: site.name
  Site__Lang: site.lang
  Http__FrontDoorId: frontDoorId
  Pictures__Megapixels: '64'
  Pictures__Megabytes: '50'
  Pictures__Memory: '320'
  Pictures__Seconds: '60'
  Videos__Megabytes: '1536'
  Videos__Minutes: '30'
  Videos__WorkMinutes: '90'
  Videos__Memory: '3000'
  Schedule__Schedule: '0 * * * * *'
  Repair__Schedule: '0 * * * * *'
  Uploads__Schedule: '0 */5 * * * *'
  MostRead__Schedule: '0 * * * * *'
  MostRead__ReadersPerAddress: '64'
}

// What the Functions host and the libraries read.
var platform = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  AzureWebJobsSecretStorageType: 'keyvault'
  AzureWebJobsSecretStorageKeyVaultUri: vault.uri
  AzureWebJobsSecretStorageKeyVaultClientId: clientId
  AZURE_CLIENT_ID: clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, name, acrPull)
  scope: registry
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource registryDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: registry
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerRegistryRepositoryEvents', enabled: true }
      { category: 'ContainerRegistryLoginEvents', enabled: true }
    ]
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

resource environmentDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: '${name}-app'
  location: location
  kind: 'functionapp'
  tags: { 'azd-service-name': 'app' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: [{ server: registry.properties.loginServer, identity: identityId }]
      secrets: [{ name: previewSecret, keyVaultUrl: vault.previewSecretUri, identity: identityId }]
      ingress: {
        external: true
        allowInsecure: false
        targetPort: port
        transport: 'auto'
        traffic: [{ latestRevision: true, weight: 100 }]
      }
    }
    template: {
      // Longer than the 30 s in which the app finishes what it has begun.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'app'
          image: image
          resources: { cpu: json(size.cpu), memory: size.memory }
          env: concat(
            map(items(union(settings, platform)), one => { name: one.key, value: one.value }),
            [{ name: 'Preview__Secret', secretRef: previewSecret }]
          )
          probes: [
            {
              type: 'Startup'
              periodSeconds: 2
              failureThreshold: 90
              httpGet: { path: '/health/live', port: port, httpHeaders: [{ name: 'X-Azure-FDID', value: frontDoorId }] }
            }
            {
              type: 'Liveness'
              periodSeconds: 10
              failureThreshold: 6
              timeoutSeconds: 5
              httpGet: { path: '/health/live', port: port, httpHeaders: [{ name: 'X-Azure-FDID', value: frontDoorId }] }
            }
            {
              // Live and not ready: an instance that has lost its store still answers what it has kept.
              type: 'Readiness'
              periodSeconds: 5
              failureThreshold: 3
              timeoutSeconds: 5
              httpGet: { path: '/health/live', port: port, httpHeaders: [{ name: 'X-Azure-FDID', value: frontDoorId }] }
            }
          ]
        }
      ]
      scale: { minReplicas: size.minReplicas, maxReplicas: size.maxReplicas }
    }
  }
  dependsOn: [pull]
}

output id string = app.id
output name string = app.name
output host string = app.properties.configuration.ingress.fqdn
