// Where the app's image lies. Deployed before the rest, which needs an image to start.
targetScope = 'resourceGroup'

@description('Short name of the site; every resource is named after it.')
@minLength(3)
@maxLength(11)
param name string

param location string = resourceGroup().location

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Basic' }
  properties: {
    adminUserEnabled: false
    policies: { exportPolicy: { status: 'enabled' } }
  }
}

output name string = registry.name
output server string = registry.properties.loginServer
